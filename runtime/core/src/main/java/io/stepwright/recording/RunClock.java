package io.stepwright.recording;

import java.time.Duration;
import java.time.Instant;

/**
 * The start and the end of a run.
 *
 * @param started the start by the system clock
 * @param startNanos the start as {@link System#nanoTime}
 * @param endNanos the end as {@link System#nanoTime}
 */
record RunClock(Instant started, long startNanos, long endNanos) {

  Duration sinceStart(long nanos) {
    return Duration.ofNanos(nanos - startNanos);
  }

  Duration length() {
    return Duration.ofNanos(endNanos - startNanos);
  }
}
