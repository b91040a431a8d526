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

/** What the pom says to the compiler plugin of a project. */
final class CompilerPlugin {

  /** The key of the compiler plugin in a project. */
  static final String KEY = "org.apache.maven.plugins:maven-compiler-plugin";

  private static final ComparableVersion FIRST_WITH_PROCESSOR_PATHS = new ComparableVersion("3.5");

  /** Versions from 3.6 to 3.7 forget the processor path if a release is set and no source level. */
  private static final ComparableVersion FIRST_WITH_RELEASE_AND_PATHS =
      new ComparableVersion("3.8.0");

  /** From then on the JDK decides, before that the plugin takes 8 or less. */
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

  /** Old versions pass over a processor path without a word, some of them only with a release. */
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
   * The executions that compile main sources, and the plugin itself, whose configuration holds when
   * its goal is called on the command line. What the plugin says is copied into its executions
   * already. Executions for tests are left as they are.
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

  /** Whether annotation processing is switched off. */
  boolean runsNoProcessors(ConfigurationContainer container) {
    return "none".equals(processing(container));
  }

  /** Whether the compiler would look for processors on the class path, without a path of theirs. */
  boolean searchesClassPath(ConfigurationContainer container, int jdk) {
    return jdk < 23
        || "full".equals(processing(container))
        || Dom.configuration(container).getChild("annotationProcessors") != null;
  }

  /** Whether only changed sources are compiled, not the classes that depend on them. */
  boolean compilesOnlyChanged() {
    String name = "useIncrementalCompilation";
    String value = Dom.text(Dom.configuration(plugin), name);
    return "false".equals(value == null ? properties.get("maven.compiler." + name) : value);
  }

  /**
   * The Java version that main sources are compiled for, as far as it is known: what the pom says,
   * or what the plugin takes if it says nothing.
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
