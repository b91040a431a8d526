package io.stepwright.report;

import java.util.stream.LongStream;

/** Adds numbers of tokens that servers or stores have said: none is negative, no sum overflows. */
final class Tokens {

  private Tokens() {}

  /** The sum of those that are known. */
  static long sum(LongStream counts) {
    return counts.reduce(0, Tokens::plus);
  }

  /** The sum of two, of which one that is not known counts nothing. */
  static long plus(long one, long other) {
    long sum = Math.max(0, one) + Math.max(0, other);
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
