package io.stepwright.maven.setup;

import java.util.Objects;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The decision to set up the compiler of a project, or the reason not to. */
enum Decision {
  SET_UP(""),
  NOT_USED("the project does not use stepwright-maven-plugin with <extensions>true</extensions>"),
  OTHER_VERSION("the project uses another version of stepwright-maven-plugin"),
  NOTHING_COMPILED("the project compiles nothing"),
  TURNED_OFF("the property stepwright.build.skip or stepwright.build.setup turns it off"),
  NO_RUNTIME(
      "the project has no direct dependency on Stepwright's runtime; with the property"
          + " stepwright.build.setup=always it needs none");

  /** Artifacts of Stepwright that contain no annotations. */
  private static final Set<String> TOOLS =
      Set.of(Coordinates.PLUGIN, Coordinates.PROCESSOR, "stepwright-graph");

  private final String reason;

  Decision(String reason) {
    this.reason = reason;
  }

  /** Returns the reason why the compiler is not set up. */
  String reason() {
    return reason;
  }

  /**
   * Returns the decision for a project.
   *
   * @param version the version of this plugin; null if it is not known
   */
  static Decision of(MavenProject project, BuildProperties properties, @Nullable String version) {
    Plugin plugin = project.getPlugin(Coordinates.GROUP + ":" + Coordinates.PLUGIN);
    if (plugin == null || !plugin.isExtensions()) {
      return NOT_USED;
    }
    if (version != null && !Objects.equals(version, plugin.getVersion())) {
      return OTHER_VERSION;
    }
    if (project.getPlugin(CompilerPlugin.KEY) == null) {
      return NOTHING_COMPILED;
    }
    String setup = properties.get(Coordinates.SETUP);
    if (properties.isTrue(Coordinates.SKIP) || "never".equals(setup)) {
      return TURNED_OFF;
    }
    return "always".equals(setup)
            || project.getDependencies().stream().anyMatch(Decision::isRuntime)
        ? SET_UP
        : NO_RUNTIME;
  }

  private static boolean isRuntime(Dependency dependency) {
    return Coordinates.GROUP.equals(dependency.getGroupId())
        && !TOOLS.contains(dependency.getArtifactId())
        && !"test".equals(dependency.getScope());
  }
}
