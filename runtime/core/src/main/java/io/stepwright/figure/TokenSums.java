package io.stepwright.figure;

import java.util.stream.LongStream;

/** Adds numbers of tokens that servers or stores have said: none is negative, no sum overflows. */
public final class TokenSums {

  private TokenSums() {}

  /** The sum of those that are known. */
  public static long sum(LongStream counts) {
    return counts.reduce(0, TokenSums::plus);
  }

  /** The sum of two, of which one that is not known counts nothing. */
  public static long plus(long one, long other) {
    long sum = Math.max(0, one) + Math.max(0, other);
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
