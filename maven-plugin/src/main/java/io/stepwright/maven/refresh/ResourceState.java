package io.stepwright.maven.refresh;

import io.stepwright.descriptor.ResourceDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares what was compiled with what the processor would find now. */
final class ResourceState {

  /** What descriptors say of a file that was found in a resource folder of the project. */
  private static final String FOLDER = "folder";

  private static final String CLASS_OUTPUT = "class output";

  private final List<Path> folders;
  private final Path classes;

  /**
   * The files of a project.
   *
   * @param folders its resource folders, as the processor knows them
   * @param classes where they are copied to
   */
  ResourceState(List<Path> folders, Path classes) {
    this.folders = List.copyOf(folders);
    this.classes = classes;
  }

  /** What has become of a file since the compilation. */
  enum Change {
    NONE,
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * What has become of a file.
   *
   * @throws IOException if it cannot be read
   */
  Change changeOf(ResourceDescriptor resource) throws IOException {
    Optional<Path> inFolder = inFolders(resource);
    Optional<Path> now =
        FOLDER.equals(resource.from())
            ? inFolder // What is still among the classes is only a copy of the removed file.
            : inFolder.or(() -> in(classes, resource));
    if (now.isPresent()) {
      if (resource.sha256() == null) {
        return Change.ADDED;
      }
      return ResourceDigest.of(now.get()).equals(resource.sha256()) ? Change.NONE : Change.CHANGED;
    }
    // A file of another place comes with the dependencies, which the compiler watches itself.
    return FOLDER.equals(resource.from()) || CLASS_OUTPUT.equals(resource.from())
        ? Change.REMOVED
        : Change.NONE;
  }

  private Optional<Path> inFolders(ResourceDescriptor resource) {
    return folders.stream().flatMap(folder -> in(folder, resource).stream()).findFirst();
  }

  private static Optional<Path> in(Path folder, ResourceDescriptor resource) {
    return Optional.of(folder.resolve(resource.path())).filter(Files::isRegularFile);
  }
}
