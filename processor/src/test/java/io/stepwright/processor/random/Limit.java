package io.stepwright.processor.random;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The longest wait for anything: far longer than needed on a loaded machine, so that a timeout is a
 * real failure.
 */
final class Limit {

  static final long SECONDS = 60;

  /** A limit for waits that only end after the test has given up. */
  static final long GIVEN_UP_SECONDS = 5 * SECONDS;

  private Limit() {}

  /** Returns the result, or fails with the stacks of all threads. */
  static <T> T await(Future<T> result, String what) throws Exception {
    try {
      return result.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("%s has no end.\n%s".formatted(what, threads()), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** Waits for an end whose own exception is of no interest. */
  static void awaitEnd(Future<?> end, String what) {
    try {
      await(end, what);
    } catch (Exception e) {
      throw new AssertionError(what + " has failed.", e);
    }
  }

  /** Returns the stacks of all platform threads. */
  static String threads() {
    return Stream.of(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
        .map(Limit::describe)
        .collect(Collectors.joining("\n"));
  }

  private static String describe(ThreadInfo thread) {
    return "\"%s\" %s\n%s"
        .formatted(
            thread.getThreadName(),
            thread.getThreadState(),
            Stream.of(thread.getStackTrace())
                .map(frame -> "    at " + frame + "\n")
                .collect(Collectors.joining()));
  }
}
