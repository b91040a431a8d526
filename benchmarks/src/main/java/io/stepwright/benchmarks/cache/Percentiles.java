package io.stepwright.benchmarks.cache;

import java.util.Arrays;

/** The percentiles of some durations. Immutable. */
final class Percentiles {

  private final long[] sorted;

  private Percentiles(long[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Returns the percentiles of durations in nanoseconds, in any order.
   *
   * @throws IllegalArgumentException if there are no durations
   */
  static Percentiles of(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("There are no durations.");
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Percentiles(sorted);
  }

  /**
   * Returns the percentile in milliseconds by the nearest-rank method.
   *
   * @param percent the percentage, from 1 to 100
   * @throws IllegalArgumentException if the percentage is out of range
   */
  double millis(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("no percentage: " + percent);
    }
    int rank = (int) (((long) percent * sorted.length + 99) / 100);
    return sorted[rank - 1] / 1e6;
  }

  /** Returns the number of durations. */
  int count() {
    return sorted.length;
  }
}
