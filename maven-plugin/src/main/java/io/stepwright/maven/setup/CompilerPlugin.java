package io.stepwright.maven.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The configuration of the compiler plugin in a project. */
final class CompilerPlugin {

  /** The key of the compiler plugin in a project. */
  static final String KEY = "org.apache.maven.plugins:maven-compiler-plugin";

  private static final ComparableVersion FIRST_WITH_PROCESSOR_PATHS = new ComparableVersion("3.5");

  /** Versions from 3.6 to 3.7 ignore the processor path if a release is set but no source level. */
  private static final ComparableVersion FIRST_WITH_RELEASE_AND_PATHS =
      new ComparableVersion("3.8.0");

  /** First version that leaves the default to the JDK. Earlier versions default to 8 or less. */
  private static final ComparableVersion FIRST_WITH_DEFAULT_OF_JDK =
      new ComparableVersion("4.0.0-alpha-1");

  private static final int DEFAULT_JAVA = 8;

  private final Plugin plugin;
  private final BuildProperties properties;

  private CompilerPlugin(Plugin plugin, BuildProperties properties) {
    this.plugin = plugin;
    this.properties = properties;
  }

  static CompilerPlugin of(MavenProject project, BuildProperties properties) {
    return new CompilerPlugin(project.getPlugin(KEY), properties);
  }

  String version() {
    return plugin.getVersion() == null ? "" : plugin.getVersion();
  }

  /**
   * Returns whether the version silently ignores a processor path, which some versions do only if a
   * release is set.
   */
  boolean ignoresProcessorPaths() {
    if (version().isEmpty()) {
      return false;
    }
    ComparableVersion version = new ComparableVersion(version());
    return version.compareTo(FIRST_WITH_PROCESSOR_PATHS) < 0
        || version.compareTo(FIRST_WITH_RELEASE_AND_PATHS) < 0
            && isSet("release")
            && !isSet("source");
  }

  /**
   * Returns the executions that compile main sources, and the plugin itself, whose configuration
   * applies if its goal is called on the command line. Maven has already copied the plugin's
   * configuration into its executions. Executions for tests are not changed.
   */
  List<ConfigurationContainer> containers() {
    List<ConfigurationContainer> containers = new ArrayList<>();
    for (PluginExecution execution : plugin.getExecutions()) {
      if (execution.getGoals().contains("compile")) {
        containers.add(execution);
      }
    }
    containers.add(plugin);
    return containers;
  }

  /** Returns whether annotation processing is switched off. */
  boolean runsNoProcessors(ConfigurationContainer container) {
    return "none".equals(processing(container));
  }

  /**
   * Returns whether the compiler searches the class path for processors if it has no processor
   * path.
   */
  boolean searchesClassPath(ConfigurationContainer container, int jdk) {
    return jdk < 23
        || "full".equals(processing(container))
        || Dom.configuration(container).getChild("annotationProcessors") != null;
  }

  /** Returns whether only changed sources are compiled, without the classes that depend on them. */
  boolean compilesOnlyChanged() {
    String name = "useIncrementalCompilation";
    String value = Dom.text(Dom.configuration(plugin), name);
    return "false".equals(value == null ? properties.get("maven.compiler." + name) : value);
  }

  /**
   * Returns the Java version that main sources are compiled for: the configured one, otherwise the
   * default of the plugin; empty if it is unknown.
   */
  OptionalInt javaVersion() {
    String version = setting("release");
    if (version == null) {
      version = setting("source");
    }
    if (version != null) {
      String feature = version.startsWith("1.") ? version.substring(2) : version;
      return feature.matches("[0-9]{1,3}")
          ? OptionalInt.of(Integer.parseInt(feature))
          : OptionalInt.empty();
    }
    boolean knownDefault =
        !version().isEmpty()
            && new ComparableVersion(version()).compareTo(FIRST_WITH_DEFAULT_OF_JDK) < 0;
    return knownDefault ? OptionalInt.of(DEFAULT_JAVA) : OptionalInt.empty();
  }

  private boolean isSet(String name) {
    return setting(name) != null;
  }

  private @Nullable String setting(String name) {
    String value = Dom.text(Dom.configuration(plugin), name);
    return value == null ? properties.get("maven.compiler." + name) : value;
  }

  private String processing(ConfigurationContainer container) {
    Xpp3Dom configuration = Dom.configuration(container);
    for (String argument : Dom.texts(configuration, "compilerArgs")) {
      if (argument.startsWith("-proc:")) {
        return argument.substring("-proc:".length());
      }
    }
    String proc = Dom.text(configuration, "proc");
    if (proc == null) {
      proc = properties.get("maven.compiler.proc");
    }
    return proc == null ? "" : proc;
  }
}
