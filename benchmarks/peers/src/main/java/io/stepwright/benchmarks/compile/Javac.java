package io.stepwright.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Runs the compiler of the current JDK in this JVM. */
final class Javac {

  private Javac() {}

  /**
   * Compiles all sources of some folders.
   *
   * @param output the folder for the classes, which is deleted first
   * @return the time in milliseconds
   * @throws IOException also if the compiler reports an error, which has been printed
   */
  static double millis(List<Path> folders, Path output, List<String> options) throws IOException {
    delete(output);
    Files.createDirectories(output);
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-nowarn", "-d", output.toString()));
    for (Path folder : folders) {
      arguments.addAll(sources(folder).stream().map(Path::toString).toList());
    }
    long start = System.nanoTime();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.err, System.err, arguments.toArray(String[]::new));
    long end = System.nanoTime();
    if (result != 0) {
      throw new IOException("javac failed on " + folders);
    }
    return (end - start) / 1e6;
  }

  /** Returns the sources of a folder, in a stable order. */
  static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Deletes a folder with its content, if it exists. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
