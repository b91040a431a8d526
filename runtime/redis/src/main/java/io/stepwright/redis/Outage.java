package io.stepwright.redis;

import io.stepwright.spi.CacheStoreException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that no connection could be made, and why, so that not every look-up waits for a server
 * that is down: one in a while tries again, the others fail at once. Thread-safe.
 */
final class Outage {

  static final Duration PAUSE = Duration.ofSeconds(1);

  /** Null while there is no outage. */
  private final AtomicReference<@Nullable NextAttempt> next = new AtomicReference<>();

  /** Whether the caller may try to connect. */
  boolean mayTry() {
    NextAttempt attempt = next.get();
    return attempt == null
        || (attempt.isDue() && next.compareAndSet(attempt, NextAttempt.after(attempt.failure())));
  }

  /** A connection could not be made. */
  void begins(CacheStoreException failure) {
    next.set(NextAttempt.after(failure));
  }

  /** A connection was made. */
  void ends() {
    if (next.get() != null) {
      next.set(null);
    }
  }

  /** Why there is no connection; null if there is no outage. */
  @Nullable CacheStoreException failure() {
    NextAttempt attempt = next.get();
    return attempt == null ? null : attempt.failure();
  }

  /**
   * When to try again.
   *
   * @param nanos as {@link System#nanoTime}
   * @param failure of the last time
   */
  private record NextAttempt(long nanos, CacheStoreException failure) {

    static NextAttempt after(CacheStoreException failure) {
      return new NextAttempt(System.nanoTime() + PAUSE.toNanos(), failure);
    }

    boolean isDue() {
      return System.nanoTime() - nanos >= 0;
    }
  }
}
