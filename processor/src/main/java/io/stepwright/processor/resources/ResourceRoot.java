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
 * A folder with resources. A file belongs to it if it really lies there, whatever links say, and if
 * its names are spelled as the path spells them, which some file systems do not ask for.
 */
final class ResourceRoot {

  private final Path folder;
  private final boolean links;
  private final Map<Path, List<String>> listings = new HashMap<>();

  /**
   * A folder.
   *
   * @param links whether links may lead out of it
   */
  ResourceRoot(Path folder, boolean links) {
    this.folder = folder;
    this.links = links;
  }

  /**
   * What became of a search.
   *
   * @param file the file, or null if it is not there or not to be taken
   * @param note why it is not there, if there is more to say; else empty
   * @param problem why it is not to be taken, or null
   */
  record Located(@Nullable Path file, String note, @Nullable ResourceProblem problem) {}

  /** Looks for a file by a path that {@link ResourcePaths} has found nothing wrong with. */
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
   * The path of a file that may be meant by a path at which there is none: its end, where a path
   * begins with folders that do not belong to it, or one of nearly the same names.
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
      return Optional.empty(); // The search for the path itself has told of it.
    }
  }

  private ResourceProblem outside(Path file) {
    return new ResourceProblem(
        RESOURCE_PATH,
        "is a link, or lies behind one, that leads out of the resources in '%s': '%s'."
            .formatted(folder, file),
        "Put the file itself there; if links are meant, allow them by -A%s=true."
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
