package io.stepwright.maven.refresh;

import io.stepwright.descriptor.ResourceDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares the compiled files with the files that the processor would find now. */
final class ResourceState {

  /** The value in descriptors for a file that was found in a resource folder of the project. */
  private static final String FOLDER = "folder";

  private static final String CLASS_OUTPUT = "class output";

  /** The value for the lock file of an MCP server, whose path is its name. */
  private static final String MCP_FOLDER = "mcp folder";

  private final List<Path> folders;
  private final Path mcp;
  private final Path classes;

  /**
   * Creates the comparison for a project.
   *
   * @param folders its resource folders, in the form that the processor is given
   * @param mcp the folder of the lock files of MCP servers, which may be missing
   * @param classes the folder to which they are copied
   */
  ResourceState(List<Path> folders, Path mcp, Path classes) {
    this.folders = List.copyOf(folders);
    this.mcp = mcp;
    this.classes = classes;
  }

  /** A change of a file since the compilation. */
  enum Change {
    NONE,
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * Returns the change of a file.
   *
   * @throws IOException if the file cannot be read
   */
  Change changeOf(ResourceDescriptor resource) throws IOException {
    Optional<Path> inFolder = isLock(resource) ? in(mcp, resource) : inFolders(resource);
    Optional<Path> now =
        FOLDER.equals(resource.from()) || isLock(resource)
            ? inFolder // The file among the classes is only a copy of the removed file.
            : inFolder.or(() -> in(classes, resource));
    if (now.isPresent()) {
      if (resource.sha256() == null) {
        return Change.ADDED;
      }
      return ResourceDigest.of(now.get()).equals(resource.sha256()) ? Change.NONE : Change.CHANGED;
    }
    // A file of another location belongs to a dependency, which the compiler plugin watches itself.
    return FOLDER.equals(resource.from())
            || CLASS_OUTPUT.equals(resource.from())
            || isLock(resource)
        ? Change.REMOVED
        : Change.NONE;
  }

  /** Returns the path of the copy of a file among the classes. */
  static String copy(ResourceDescriptor resource) {
    return isLock(resource) ? "META-INF/stepwright/mcp/" + resource.path() : resource.path();
  }

  private static boolean isLock(ResourceDescriptor resource) {
    return MCP_FOLDER.equals(resource.from());
  }

  private Optional<Path> inFolders(ResourceDescriptor resource) {
    return folders.stream().flatMap(folder -> in(folder, resource).stream()).findFirst();
  }

  private static Optional<Path> in(Path folder, ResourceDescriptor resource) {
    return Optional.of(folder.resolve(resource.path())).filter(Files::isRegularFile);
  }
}
