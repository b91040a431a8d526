package io.stepwright.graph.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Finds methods in source files. Methods whose source is missing, such as those of a base class
 * from another project, have no line.
 */
public final class SourceFolders {

  private final List<Path> folders;

  /**
   * Creates a finder.
   *
   * @param folders the source folders, in the order of the search
   */
  public SourceFolders(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /**
   * Returns the position of a method's declaration; empty if it is not found.
   *
   * @param type the binary name of the type that declares it
   * @param method its name
   * @param parameters the names of its parameters
   */
  public Optional<SourceLine> find(String type, String method, List<String> parameters) {
    String simpleNames = type.substring(type.lastIndexOf('.') + 1);
    List<String> types = List.of(simpleNames.split("\\$"));
    String file = type.replace('.', '/').replaceFirst("\\$.*", "") + ".java";
    for (Path folder : folders) {
      Path source = resolve(folder, file);
      if (source != null && Files.isRegularFile(source)) {
        OptionalInt line = lines(source).find(types, method, parameters);
        return line.isPresent()
            ? Optional.of(new SourceLine(source, line.getAsInt()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns null if the name of a type, which can be damaged, gives no path. */
  private static @Nullable Path resolve(Path folder, String file) {
    try {
      return folder.resolve(file);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static MethodLines lines(Path source) {
    try {
      return new MethodLines(Files.readString(source));
    } catch (IOException e) {
      // An unreadable source, for example in another encoding, must not prevent the graph.
      return new MethodLines("");
    }
  }
}
