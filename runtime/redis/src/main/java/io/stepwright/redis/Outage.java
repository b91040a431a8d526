package io.stepwright.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that no connection could be made, so that not every look-up waits for a server that is
 * down: one in a while tries again, the others fail at once. Thread-safe.
 */
final class Outage {

  static final Duration PAUSE = Duration.ofSeconds(1);

  /** Null while there is no outage. */
  private final AtomicReference<@Nullable NextAttempt> next = new AtomicReference<>();

  /** Whether the caller may try to connect. */
  boolean mayTry() {
    NextAttempt attempt = next.get();
    return attempt == null
        || (attempt.isDue() && next.compareAndSet(attempt, NextAttempt.afterPause()));
  }

  /** The caller has not got a connection. */
  void begins() {
    next.set(NextAttempt.afterPause());
  }

  /** The caller has got a connection. */
  void ends() {
    if (next.get() != null) {
      next.set(null);
    }
  }

  /** A moment, as {@link System#nanoTime}. */
  private record NextAttempt(long nanos) {

    static NextAttempt afterPause() {
      return new NextAttempt(System.nanoTime() + PAUSE.toNanos());
    }

    boolean isDue() {
      return System.nanoTime() - nanos >= 0;
    }
  }
}
