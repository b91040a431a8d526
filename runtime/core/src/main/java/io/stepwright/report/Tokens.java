package io.stepwright.report;

import java.util.stream.LongStream;

/**
 * Adds token counts of servers or stores. Negative counts are ignored, and sums do not overflow.
 */
final class Tokens {

  private Tokens() {}

  /** Returns the sum of the known counts. */
  static long sum(LongStream counts) {
    return counts.reduce(0, Tokens::plus);
  }

  /** Returns the sum of two counts; an unknown one counts as 0. */
  static long plus(long one, long other) {
    long sum = Math.max(0, one) + Math.max(0, other);
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
