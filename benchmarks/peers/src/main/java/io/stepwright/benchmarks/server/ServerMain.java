package io.stepwright.benchmarks.server;

import io.stepwright.benchmarks.flow.Question;
import java.util.function.ToIntFunction;

/** Runs the server in a separate process until its standard input ends. */
public final class ServerMain {

  private ServerMain() {}

  /**
   * Prints the URL and serves.
   *
   * @param arguments the milliseconds for which every question is held, or {@code flow} for the
   *     time of its step
   */
  public static void main(String... arguments) throws Exception {
    try (HeldServer server = HeldServer.start(millis(arguments[0]))) {
      System.out.println(server.url());
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static ToIntFunction<Question> millis(String argument) {
    if (argument.equals("flow")) {
      return Question::millis;
    }
    int all = Integer.parseInt(argument);
    return question -> all;
  }
}
