package io.stepwright.maven.setup;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The source folders of a project, and the folder for the sources that its compiler generates. */
public final class SourceRoots {

  private SourceRoots() {}

  /** Returns the folders of main sources. */
  public static List<Path> of(MavenProject project) {
    return paths(project.getCompileSourceRoots());
  }

  /** Returns the folders of test sources. */
  public static List<Path> ofTests(MavenProject project) {
    return paths(project.getTestCompileSourceRoots());
  }

  /** Returns the folder for sources that are generated from main sources. */
  public static Path generated(MavenProject project) {
    return generated(project, "generatedSourcesDirectory", "generated-sources/annotations");
  }

  /** Returns the folder for sources that are generated from test sources. */
  public static Path generatedTests(MavenProject project) {
    return generated(
        project, "generatedTestSourcesDirectory", "generated-test-sources/test-annotations");
  }

  private static Path generated(MavenProject project, String setting, String usual) {
    Plugin compiler = project.getPlugin(CompilerPlugin.KEY);
    String told = compiler == null ? null : told(compiler, setting);
    return told == null
        ? Path.of(project.getBuild().getDirectory()).resolve(usual)
        : project.getBasedir().toPath().resolve(told);
  }

  private static @Nullable String told(Plugin compiler, String setting) {
    return Dom.text(Dom.configuration(compiler), setting);
  }

  private static List<Path> paths(List<String> folders) {
    return folders.stream().map(Path::of).toList();
  }
}
