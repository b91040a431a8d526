package io.stepwright.processor.resources;

import static io.stepwright.processor.diagnostics.DiagnosticId.RESOURCE_PATH;

import io.stepwright.config.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with resources. A file belongs to it if its real path is inside, unless links are
 * allowed, and if the path spells its names in the same case, which some file systems do not
 * require.
 */
final class ResourceRoot {

  private final Path folder;
  private final boolean links;
  private final Map<Path, List<String>> listings = new HashMap<>();

  /**
   * Creates a root.
   *
   * @param links true if links may lead out of the folder
   */
  ResourceRoot(Path folder, boolean links) {
    this.folder = folder;
    this.links = links;
  }

  /**
   * The result of a search.
   *
   * @param file the file, or null if it does not exist or cannot be used
   * @param note further information if it does not exist, otherwise empty
   * @param problem the reason why it cannot be used, or null
   */
  record Located(@Nullable Path file, String note, @Nullable ResourceProblem problem) {}

  /** Searches for a file by a path that {@link ResourcePaths} has accepted. */
  Located locate(String path) {
    Path at = folder;
    try {
      for (String name : ResourcePaths.names(path)) {
        List<String> there = listing(at);
        if (!there.contains(name)) {
          return new Located(null, otherCase(name, there), null);
        }
        at = at.resolve(name);
      }
      if (!Files.isRegularFile(at)) {
        return new Located(null, "", null);
      }
      return links || at.toRealPath().startsWith(folder.toRealPath())
          ? new Located(at, "", null)
          : new Located(null, "", outside(at));
    } catch (IOException | InvalidPathException e) {
      return new Located(null, " (" + e + ")", null);
    }
  }

  /**
   * Returns the path of a file that may be meant by a path at which there is none: the end of the
   * path, if it begins with surplus folders, or a path with similar names.
   */
  Optional<String> near(String path) {
    List<String> names = ResourcePaths.names(path);
    for (int from = 0; from < names.size(); from++) {
      String end = String.join("/", names.subList(from, names.size()));
      if (from > 0 && locate(end).file() != null) {
        return Optional.of(end);
      }
    }
    List<String> near = new ArrayList<>();
    for (String name : names) {
      Optional<String> there = nearest(name, folder.resolve(String.join("/", near)));
      if (there.isEmpty()) {
        return Optional.empty();
      }
      near.add(there.get());
    }
    String found = String.join("/", near);
    return locate(found).file() == null ? Optional.empty() : Optional.of(found);
  }

  private Optional<String> nearest(String name, Path at) {
    try {
      List<String> there = listing(at);
      return there.contains(name) ? Optional.of(name) : Nearest.to(name, there);
    } catch (IOException e) {
      return Optional.empty(); // The search for the path itself has reported the error.
    }
  }

  private ResourceProblem outside(Path file) {
    return new ResourceProblem(
        RESOURCE_PATH,
        "is a link, or lies behind one, that leads out of the resources in '%s': '%s'."
            .formatted(folder, file),
        "Put the file itself there; if links are intended, allow them with -A%s=true."
            .formatted(ResourceFiles.LINKS_OPTION));
  }

  private static String otherCase(String name, List<String> there) {
    return there.stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .map(other -> " (where it is spelled '%s', not '%s')".formatted(other, name))
        .orElse("");
  }

  private List<String> listing(Path at) throws IOException {
    List<String> known = listings.get(at);
    if (known != null) {
      return known;
    }
    List<String> names = List.of();
    if (Files.isDirectory(at)) {
      try (Stream<Path> files = Files.list(at)) {
        names = files.map(file -> file.getFileName().toString()).toList();
      }
    }
    listings.put(at, names);
    return names;
  }
}
