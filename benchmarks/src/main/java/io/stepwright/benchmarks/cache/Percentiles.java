package io.stepwright.benchmarks.cache;

import java.util.Arrays;

/** The percentiles of some durations. Immutable. */
final class Percentiles {

  private final long[] sorted;

  private Percentiles(long[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Those of durations in nanoseconds, in any order.
   *
   * @throws IllegalArgumentException if there are none
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
   * The least of the durations that is not exceeded by this share of them (the nearest rank), in
   * milliseconds.
   *
   * @param percent above 0, up to 100
   */
  double millis(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("no percentage: " + percent);
    }
    int rank = (int) (((long) percent * sorted.length + 99) / 100);
    return sorted[rank - 1] / 1e6;
  }

  /** How many durations there are. */
  int count() {
    return sorted.length;
  }
}
