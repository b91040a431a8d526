package io.stepwright.opentelemetry;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Turns the times of events into times of day. One for each run: within a trace, times must not
 * jump when the clock of the machine is set. Immutable.
 */
final class TraceClock {

  private final long epochNanos;
  private final long nanos;

  TraceClock() {
    Instant now = Instant.now();
    epochNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    nanos = System.nanoTime();
  }

  /** The nanoseconds since 1970 of a {@link System#nanoTime}. */
  long epochNanos(long nanoTime) {
    return epochNanos + (nanoTime - nanos);
  }

  static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
