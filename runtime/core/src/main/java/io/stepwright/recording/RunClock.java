package io.stepwright.recording;

import java.time.Duration;
import java.time.Instant;

/**
 * When a run began and ended.
 *
 * @param started its begin by the clock of the machine
 * @param startNanos its begin as {@link System#nanoTime}
 * @param endNanos its end as {@link System#nanoTime}
 */
record RunClock(Instant started, long startNanos, long endNanos) {

  Duration sinceStart(long nanos) {
    return Duration.ofNanos(nanos - startNanos);
  }

  Duration length() {
    return Duration.ofNanos(endNanos - startNanos);
  }
}
