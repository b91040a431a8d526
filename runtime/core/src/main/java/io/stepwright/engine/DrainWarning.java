package io.stepwright.engine;

import io.stepwright.figure.RoundedTime;
import java.util.List;

/** Logs the steps that keep a run that has ended from closing. */
final class DrainWarning {

  private static final System.Logger LOG = System.getLogger(DrainWarning.class.getName());

  private DrainWarning() {}

  static void log(String agent, String entryPoint, long endNanos, List<Body> running) {
    for (Body run : running) {
      StackTraceElement[] stack = run.thread().thread().getStackTrace();
      LOG.log(
          System.Logger.Level.WARNING,
          "The run of {0}.{1} has ended and waits for step ''{2}'', which ignores its interrupt for"
              + " {3}, at {4}.",
          agent,
          entryPoint,
          run.label(),
          RoundedTime.of(System.nanoTime() - endNanos),
          stack.length == 0 ? "an unknown place" : stack[0]);
    }
  }
}
