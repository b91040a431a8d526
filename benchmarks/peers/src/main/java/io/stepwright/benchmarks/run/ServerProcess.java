package io.stepwright.benchmarks.run;

import io.stepwright.benchmarks.server.ServerMain;
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
   * @param held the argument of {@link ServerMain}
   */
  ServerProcess(Jdk jdk, String held) throws IOException {
    process =
        new ProcessBuilder(
                Processes.java(
                    jdk, List.of("-Xmx512m", "-XX:+UseSerialGC"), ServerMain.class, List.of(held)))
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
