package io.stepwright.benchmarks.run;

import io.stepwright.benchmarks.result.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs JVMs with a time limit. */
final class Processes {

  private final Path folder;
  private final long limitSeconds;

  /**
   * Creates a runner.
   *
   * @param folder the folder for their output
   * @param limitSeconds the time limit of each process in seconds
   */
  Processes(Path folder, long limitSeconds) {
    this.folder = folder;
    this.limitSeconds = limitSeconds;
  }

  /** Returns a command that runs a class of this benchmark. */
  static List<String> java(Jdk jdk, List<String> options, Class<?> main, List<String> arguments) {
    return java(jdk, ClassPath.text(), options, main, arguments);
  }

  /** Returns a command that runs a class of a class path. */
  static List<String> java(
      Jdk jdk, String classPath, List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  /**
   * Runs a process to its end.
   *
   * @return the rows that it printed
   * @throws IOException if it fails or takes too long; the message contains its first error
   */
  List<Row> run(List<String> command) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
        throw new IOException("took longer than " + limitSeconds + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException("ended with " + process.exitValue() + ": " + firstOf(errors));
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    try (BufferedReader reader = Files.newBufferedReader(output, StandardCharsets.UTF_8)) {
      return reader.lines().filter(line -> line.startsWith("{")).map(Row::parse).toList();
    }
  }

  /** Returns the first line that names an exception, otherwise the first line. */
  private static String firstOf(Path errors) throws IOException {
    List<String> lines = Files.readAllLines(errors, StandardCharsets.UTF_8);
    return lines.stream()
        .filter(line -> line.contains("Exception") || line.contains("Error"))
        .findFirst()
        .orElse(lines.isEmpty() ? "no message" : lines.get(0));
  }
}
