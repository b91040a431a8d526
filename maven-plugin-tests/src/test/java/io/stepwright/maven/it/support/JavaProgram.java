package io.stepwright.maven.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs compiled programs in a JVM of their own. */
public final class JavaProgram {

  private JavaProgram() {}

  /** Runs a program on the JVM of these tests. */
  public static Build run(String... arguments) {
    return run(Path.of(System.getProperty("java.home")), arguments);
  }

  /** Runs a program on the JVM of a Java home, to its end. */
  public static Build run(Path home, String... arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Build(process.waitFor(), text.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
