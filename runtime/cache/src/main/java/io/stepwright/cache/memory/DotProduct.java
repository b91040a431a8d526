package io.stepwright.cache.memory;

/** The dot product of two vectors, and the length of a part of one. */
final class DotProduct {

  private DotProduct() {}

  /**
   * Returns the dot product of vectors of equal length. Four sums, because a single one would be a
   * chain of dependent additions.
   */
  static float of(float[] a, float[] b) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      sum0 += a[i] * b[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /** Returns the length of the rest of a vector from an index on. */
  static float length(float[] vector, int from) {
    double squares = 0;
    for (int i = from; i < vector.length; i++) {
      squares += (double) vector[i] * vector[i];
    }
    return (float) Math.sqrt(squares);
  }
}
