package io.stepwright.graph.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds methods in source files. What is not there, such as a base class from another project, has
 * no line.
 */
public final class SourceFolders {

  private final List<Path> folders;

  /** Source folders, searched in this order. */
  public SourceFolders(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /**
   * Where a method is declared.
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
      Path source = folder.resolve(file);
      if (Files.isRegularFile(source)) {
        OptionalInt line = lines(source).find(types, method, parameters);
        return line.isPresent()
            ? Optional.of(new SourceLine(source, line.getAsInt()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static MethodLines lines(Path source) {
    try {
      return new MethodLines(Files.readString(source));
    } catch (IOException e) {
      return new MethodLines(""); // Of another encoding, say: the graph is worth having without.
    }
  }
}
