package io.stepwright.maven.refresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Searches for the source file of a class. */
final class SourceSearch {

  private SourceSearch() {}

  /**
   * Returns whether a source folder contains a file of a package: at the usual path of the package,
   * or elsewhere, which compilers allow.
   *
   * @param folder the folder, which may be missing
   * @param name the file name without its path
   * @throws IOException if the folder or a file of that name cannot be read
   */
  static boolean isIn(Path folder, String packageName, String name) throws IOException {
    if (Files.isRegularFile(folder.resolve(packageName.replace('.', '/')).resolve(name))) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    List<Path> others;
    try (Stream<Path> files = Files.walk(folder)) {
      others = files.filter(file -> file.endsWith(name)).toList();
    }
    for (Path other : others) {
      if (declares(other, packageName)) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(Path file, String packageName) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String declaration = "\\bpackage\\s+" + Pattern.quote(packageName) + "\\s*;";
    return !packageName.isEmpty() && Pattern.compile(declaration).matcher(text).find();
  }
}
