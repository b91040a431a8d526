package io.stepwright.benchmarks.cache;

import java.util.Arrays;

/** The durations of a repeated operation. Not thread-safe. */
final class Series {

  private long[] nanos = new long[4096];
  private int count;

  /**
   * Adds the time since a moment; returns the current moment. Moments are those of {@link
   * System#nanoTime}.
   */
  long since(long start) {
    long now = System.nanoTime();
    add(now - start);
    return now;
  }

  void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = duration;
  }

  void clear() {
    count = 0;
  }

  Percentiles percentiles() {
    return Percentiles.of(Arrays.copyOf(nanos, count));
  }
}
