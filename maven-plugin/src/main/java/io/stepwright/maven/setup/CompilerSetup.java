package io.stepwright.maven.setup;

import java.util.List;
import java.util.function.Supplier;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.ConfigurationContainer;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Adds the processor to one configuration of the compiler, after the existing entries. */
final class CompilerSetup {

  private static final String PATHS = "annotationProcessorPaths";

  private final String version;
  private final String resources;
  private final String mcp;
  private final Supplier<List<Artifact>> classPathProcessors;

  /**
   * Creates a setup.
   *
   * @param version the version of the processor
   * @param resources the resource folders, separated as in a class path; empty for none
   * @param mcp the folder with the lock files of MCP servers
   * @param classPathProcessors finds processors on the class path
   */
  CompilerSetup(
      String version, String resources, String mcp, Supplier<List<Artifact>> classPathProcessors) {
    this.version = version;
    this.resources = resources;
    this.mcp = mcp;
    this.classPathProcessors = classPathProcessors;
  }

  /**
   * Adds the processor and its options, unless they are configured already.
   *
   * @param searchesClassPath true if the compiler would search the class path for processors. A
   *     processor path prevents that, so the processors that it would have found are added to the
   *     path.
   */
  void apply(ConfigurationContainer container, boolean searchesClassPath) {
    Xpp3Dom configuration = Dom.configuration(container);
    addProcessor(configuration, searchesClassPath);
    addClassName(configuration);
    addOption(configuration, Coordinates.RESOURCES_OPTION, resources);
    addOption(configuration, Coordinates.MCP_OPTION, mcp);
    container.setConfiguration(configuration);
  }

  private void addProcessor(Xpp3Dom configuration, boolean searchesClassPath) {
    boolean first = configuration.getChild(PATHS) == null;
    Xpp3Dom paths = Dom.childOf(configuration, PATHS);
    if (isListed(paths)) {
      return;
    }
    if (first && searchesClassPath) {
      for (Artifact found : classPathProcessors.get()) {
        addPath(paths, found.getGroupId(), found.getArtifactId(), found.getVersion());
      }
    }
    addPath(paths, Coordinates.GROUP, Coordinates.PROCESSOR, version);
  }

  private static boolean isListed(Xpp3Dom paths) {
    for (Xpp3Dom path : paths.getChildren()) {
      if (Coordinates.GROUP.equals(Dom.text(path, "groupId"))
          && Coordinates.PROCESSOR.equals(Dom.text(path, "artifactId"))) {
        return true;
      }
    }
    return false;
  }

  private static void addPath(Xpp3Dom paths, String group, String artifact, String version) {
    Xpp3Dom path = new Xpp3Dom("path");
    Dom.add(path, "groupId", group);
    Dom.add(path, "artifactId", artifact);
    Dom.add(path, "version", version);
    paths.addChild(path);
  }

  /** Adds the class name, because a pom that lists processors by class names runs no others. */
  private static void addClassName(Xpp3Dom configuration) {
    Xpp3Dom names = configuration.getChild("annotationProcessors");
    if (names != null
        && !Dom.texts(configuration, "annotationProcessors")
            .contains(Coordinates.PROCESSOR_CLASS)) {
      Dom.add(names, "annotationProcessor", Coordinates.PROCESSOR_CLASS);
    }
  }

  private static void addOption(Xpp3Dom configuration, String name, String value) {
    String option = "-A" + name + "=";
    boolean there =
        Dom.texts(configuration, "compilerArgs").stream().anyMatch(arg -> arg.startsWith(option));
    if (!value.isEmpty() && !there) {
      Dom.add(Dom.childOf(configuration, "compilerArgs"), "arg", option + value);
    }
  }
}
