package io.stepwright.benchmarks.tools.server;

import java.io.OutputStream;

/** Runs the server in a separate process until its standard input ends. */
public final class ServerMain {

  private ServerMain() {}

  /**
   * Prints the URL and serves.
   *
   * @param arguments the number of calls in the first reply
   */
  public static void main(String... arguments) throws Exception {
    try (ScriptServer server = ScriptServer.start(Integer.parseInt(arguments[0]))) {
      System.out.println(server.url());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
