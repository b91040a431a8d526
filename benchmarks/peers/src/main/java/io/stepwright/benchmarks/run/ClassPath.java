package io.stepwright.benchmarks.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class paths of processes, with jars instead of folders, because class-data sharing supports
 * only jars.
 */
final class ClassPath {

  private static final String TEXT =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .map(ClassPath::jar)
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));

  /** The system property with the file of the class path of the tool loops. */
  private static final String TOOLS = "benchmark.tools";

  private ClassPath() {}

  /** Returns the class path of this process. */
  static String text() {
    return TEXT;
  }

  /** Returns the class path of the tool loops, as their module has written it. */
  static String tools() {
    Path file = Path.of(System.getProperty(TOOLS, ""));
    try {
      return jar(file.resolveSibling("classes"))
          + File.pathSeparator
          + Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
