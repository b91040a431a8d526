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

  /** {@link System#nanoTime} of the next attempt; null while there is no outage. */
  private final AtomicReference<@Nullable Long> nextAttempt = new AtomicReference<>();

  /** Whether the caller may try to connect. */
  boolean mayTry() {
    Long next = nextAttempt.get();
    long now = System.nanoTime();
    return next == null
        || (now - next >= 0 && nextAttempt.compareAndSet(next, now + PAUSE.toNanos()));
  }

  /** The caller has not got a connection. */
  void begins() {
    nextAttempt.set(System.nanoTime() + PAUSE.toNanos());
  }

  /** The caller has got a connection. */
  void ends() {
    if (nextAttempt.get() != null) {
      nextAttempt.set(null);
    }
  }
}
