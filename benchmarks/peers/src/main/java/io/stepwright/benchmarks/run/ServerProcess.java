package io.stepwright.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** The model server in a separate process, which ends when its standard input is closed. */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final String url;

  /**
   * Starts the server.
   *
   * @param argument the argument of the program's server
   */
  ServerProcess(Jdk jdk, Program program, String argument) throws IOException {
    process =
        new ProcessBuilder(
                Processes.java(
                    jdk,
                    program.classPath(),
                    List.of("-Xmx512m", "-XX:+UseSerialGC"),
                    program.server(),
                    List.of(argument)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader reader = process.inputReader();
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("The model server did not start.");
    }
    url = line;
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
