package io.stepwright.benchmarks.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of this process with jars instead of folders, because class-data sharing supports
 * only jars.
 */
final class ClassPath {

  private static final String TEXT =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .map(ClassPath::jar)
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));

  private ClassPath() {}

  static String text() {
    return TEXT;
  }

  /** Returns the jar beside a folder {@code classes}, if Maven has packaged one. */
  private static Path jar(Path entry) {
    Path folder = entry.getParent();
    if (!entry.endsWith("classes") || folder == null) {
      return entry;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> !file.toString().matches(".*-(tests|sources|javadoc)\\.jar"))
          .findFirst()
          .orElse(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
