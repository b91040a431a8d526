package io.stepwright.maven.setup;

import io.stepwright.maven.classes.AgentClasses.Unwired;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Advice for agents that have no generated classes. */
public final class Advice {

  private static final String EXTENSION =
      """
      <plugin>
        <groupId>io.stepwright</groupId>
        <artifactId>stepwright-maven-plugin</artifactId>
        <version>VERSION</version>
        <extensions>true</extensions>
      </plugin>""";

  private static final String PROCESSOR_PATH =
      """
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.16.0</version>
        <configuration>
          <annotationProcessorPaths>
            <path>
              <groupId>io.stepwright</groupId>
              <artifactId>stepwright-processor</artifactId>
              <version>VERSION</version>
            </path>
          </annotationProcessorPaths>
        </configuration>
      </plugin>""";

  private static final String OTHER_LANGUAGE =
      """
      No class was generated for %s: it is not written in Java, and processors of javac do not see\
       other languages.
      Write the agent in Java, which other languages can use; or, in Kotlin, let kapt run\
       stepwright-processor. docs/neighbours.md shows how.
      """;

  private Advice() {}

  /**
   * Returns a message that names the agents, the probable cause, and the configuration for the pom.
   */
  public static String of(List<Unwired> unwired, MavenSession session, MavenProject project) {
    if (unwired.stream().noneMatch(Unwired::isJava)) {
      return OTHER_LANGUAGE.formatted(names(unwired));
    }
    String version = PluginVersion.get();
    BuildProperties properties = BuildProperties.of(session, project);
    return """
        No class was generated for %s: the compiler did not run Stepwright's processor. %s
        Let the plugin set up the compiler:

        %s

        or do it yourself:

        %s
        """
        .formatted(
            names(unwired),
            reason(project, properties, version),
            EXTENSION.replace("VERSION", version).indent(2).stripTrailing(),
            PROCESSOR_PATH.replace("VERSION", version).indent(2).stripTrailing());
  }

  private static String names(List<Unwired> unwired) {
    return unwired.stream()
        .map(each -> each.agent() + " (" + each.generated() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String reason(MavenProject project, BuildProperties properties, String version) {
    if (project.getPlugin(CompilerPlugin.KEY) != null) {
      CompilerPlugin compiler = CompilerPlugin.of(project, properties);
      if (compiler.containers().stream().anyMatch(compiler::runsNoProcessors)) {
        return "Annotation processing is switched off: look for <proc>none</proc> or the property"
            + " maven.compiler.proc.";
      }
      if (compiler.ignoresProcessorPaths()) {
        return "maven-compiler-plugin %s ignores processor paths: set its version to 3.8.0 or later."
            .formatted(compiler.version());
      }
    }
    Decision decision = Decision.of(project, properties, version);
    String jdk = "JDK 23 and newer run no processor that is only on the class path.";
    return decision == Decision.SET_UP
        ? "Inspect the configuration of maven-compiler-plugin: mvn help:effective-pom."
        : "%s The build extension did nothing: %s.".formatted(jdk, decision.reason());
  }
}
