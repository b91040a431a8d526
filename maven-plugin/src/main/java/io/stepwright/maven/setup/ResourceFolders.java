package io.stepwright.maven.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * The resource folders of a project whose files reach the root of the class path unchanged. Files
 * of other folders, which Maven filters or moves, are found in the folder to which Maven copies
 * them.
 */
public final class ResourceFolders {

  private ResourceFolders() {}

  /** Returns the folders in the order of the pom; they may not exist. */
  public static List<Path> of(MavenProject project) {
    return of(project, project.getBuild().getResources());
  }

  /** Returns the folders of the tests, then the main folders, because tests see both. */
  public static List<Path> ofTests(MavenProject project) {
    List<Path> folders = new ArrayList<>(of(project, project.getBuild().getTestResources()));
    folders.addAll(of(project));
    return folders;
  }

  private static List<Path> of(MavenProject project, List<Resource> resources) {
    return resources.stream()
        .filter(resource -> !resource.isFiltering() && isAtRoot(resource))
        .map(Resource::getDirectory)
        .map(folder -> project.getBasedir().toPath().resolve(folder).normalize())
        .distinct()
        .toList();
  }

  /** Returns the folders, separated as in a class path. */
  static String joined(MavenProject project) {
    return of(project).stream()
        .map(Path::toString)
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static boolean isAtRoot(Resource resource) {
    String target = resource.getTargetPath();
    return target == null || target.isBlank() || target.equals(".");
  }
}
