package io.stepwright.opentelemetry;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Converts event times to times of day. Each run has one clock, because times within a trace must
 * not jump when the system clock is set. Immutable.
 */
final class TraceClock {

  private final long epochNanos;
  private final long nanos;

  TraceClock() {
    Instant now = Instant.now();
    epochNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    nanos = System.nanoTime();
  }

  /** Returns the nanoseconds since 1970 of a {@link System#nanoTime}. */
  long epochNanos(long nanoTime) {
    return epochNanos + (nanoTime - nanos);
  }

  static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
