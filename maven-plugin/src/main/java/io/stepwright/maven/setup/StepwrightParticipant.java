package io.stepwright.maven.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The build extension. Sets up the compiler of each project that uses this plugin with extensions
 * and depends on the runtime, and does not change other projects. Maven calls it once per build,
 * from one thread.
 */
public final class StepwrightParticipant extends AbstractMavenLifecycleParticipant {

  private static final Logger LOGGER = LoggerFactory.getLogger(StepwrightParticipant.class);

  /** The Java version of generated classes. */
  private static final int JAVA = 17;

  /** Injected by Maven, as configured in {@code META-INF/plexus/components.xml}. */
  private @Nullable RepositorySystem repositorySystem;

  @Override
  public void afterProjectsRead(MavenSession session) {
    String version = PluginVersion.get();
    List<String> names = new ArrayList<>();
    for (MavenProject project : session.getProjects()) {
      BuildProperties properties = BuildProperties.of(session, project);
      Decision decision = Decision.of(project, properties, version);
      if (decision == Decision.SET_UP) {
        setUp(session, project, properties, version);
        names.add(project.getArtifactId());
      } else {
        LOGGER.debug(
            "Stepwright changes nothing in {}: {}.", project.getArtifactId(), decision.reason());
      }
    }
    if (!names.isEmpty()) {
      LOGGER.info("Stepwright {} compiles the agents of {}", version, String.join(", ", names));
    }
  }

  private void setUp(
      MavenSession session, MavenProject project, BuildProperties properties, String version) {
    CompilerPlugin compiler = CompilerPlugin.of(project, properties);
    CompilerSetup setup =
        new CompilerSetup(
            version,
            ResourceFolders.joined(project),
            McpFolder.of(project).toString(),
            () ->
                repositorySystem == null
                    ? List.of()
                    : new ClassPathProcessors(repositorySystem, session).of(project));
    boolean off = false;
    for (ConfigurationContainer container : compiler.containers()) {
      if (compiler.runsNoProcessors(container)) {
        off = true;
      } else {
        int jdk = Runtime.version().feature();
        setup.apply(container, compiler.searchesClassPath(container, jdk));
      }
    }
    Goals.bind(project, "refresh", "process-resources");
    Goals.bind(project, "refresh-tests", "process-test-resources");
    Goals.bind(project, "check", "process-classes");
    warn(project, compiler, off);
  }

  private static void warn(MavenProject project, CompilerPlugin compiler, boolean off) {
    String name = project.getArtifactId();
    if (off) {
      LOGGER.warn(
          "Stepwright generates nothing in {}: annotation processing is switched off there, by"
              + " <proc>none</proc> of maven-compiler-plugin or by the property"
              + " maven.compiler.proc.",
          name);
    }
    if (compiler.ignoresProcessorPaths()) {
      LOGGER.warn(
          "Stepwright cannot generate anything in {}: maven-compiler-plugin {} ignores processor"
              + " paths. Set its version in the pom to 3.8.0 or later, 3.16.0 for example.",
          name,
          compiler.version());
    }
    OptionalInt java = compiler.javaVersion();
    if (java.isPresent() && java.getAsInt() < JAVA) {
      LOGGER.warn(
          "In {}, maven-compiler-plugin compiles for Java {}, but agents and their generated"
              + " classes need {} or later. Put this line among the <properties> of the pom:"
              + " <maven.compiler.release>{}</maven.compiler.release>",
          name,
          java.getAsInt(),
          JAVA,
          JAVA);
    }
    if (compiler.compilesOnlyChanged()) {
      LOGGER.warn(
          "In {}, useIncrementalCompilation=false makes maven-compiler-plugin compile changed"
              + " sources alone: an agent stays as it is when a type that it uses changes. Leave"
              + " the setting out, or build with clean.",
          name);
    }
  }
}
