package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that no connection could be made, and the cause, so that look-ups fail at once while a
 * server is down; one attempt per second is allowed. Thread-safe.
 */
final class Outage {

  static final Duration PAUSE = Duration.ofSeconds(1);

  /** Null while there is no outage. */
  private final AtomicReference<@Nullable NextAttempt> next = new AtomicReference<>();

  /** Tells whether the caller may try to connect. */
  boolean mayTry() {
    NextAttempt attempt = next.get();
    return attempt == null
        || (attempt.isDue() && next.compareAndSet(attempt, NextAttempt.after(attempt.failure())));
  }

  /** Records that a connection could not be made. */
  void begins(CacheStoreException failure) {
    next.set(NextAttempt.after(failure));
  }

  /** Records that a connection was made. */
  void ends() {
    if (next.get() != null) {
      next.set(null);
    }
  }

  /** Returns the reason of the outage; null if there is none. */
  @Nullable CacheStoreException failure() {
    NextAttempt attempt = next.get();
    return attempt == null ? null : attempt.failure();
  }

  /**
   * The time of the next attempt.
   *
   * @param nanos the time, as {@link System#nanoTime}
   * @param failure the failure of the last attempt
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
