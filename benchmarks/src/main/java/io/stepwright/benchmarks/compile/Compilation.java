package io.stepwright.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** One run of javac over a folder, with our processor or without any. */
final class Compilation {

  private Compilation() {}

  /**
   * As a program of its own, for a JVM in which nothing is warm: {@code SOURCES OUTPUT with|without
   * CLASSPATH PROCESSOR_PATH}. Prints the milliseconds.
   */
  public static void main(String[] arguments) throws IOException {
    System.out.println(
        milliseconds(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            arguments[2].equals("with"),
            arguments[3],
            arguments[4]));
  }

  /** Compiles and returns how many milliseconds that took. */
  static double milliseconds(
      Path sources, Path output, boolean processed, String classPath, String processorPath)
      throws IOException {
    delete(output);
    Files.createDirectories(output);
    List<String> arguments =
        new ArrayList<>(List.of("-nowarn", "-d", output.toString(), "-cp", classPath));
    if (processed) {
      arguments.addAll(List.of("-processorpath", processorPath));
    } else {
      arguments.add("-proc:none");
    }
    try (Stream<Path> files = Files.walk(sources)) {
      files.filter(Files::isRegularFile).sorted().map(Path::toString).forEach(arguments::add);
    }
    long start = System.nanoTime();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.err, System.err, arguments.toArray(String[]::new));
    long end = System.nanoTime();
    if (result != 0) {
      throw new IllegalStateException("javac failed");
    }
    return (end - start) / 1e6;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
