package io.stepwright.benchmarks.cache;

import java.util.Arrays;

/** Durations of one thing that is done again and again. Not thread-safe. */
final class Series {

  private long[] nanos = new long[4096];
  private int count;

  /** Adds the time since a moment, as {@link System#nanoTime}; gives the moment that is now. */
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
