package io.stepwright.cache;

/** The cosine of two vectors. */
final class Cosine {

  private Cosine() {}

  /**
   * Returns a number from -1 to 1, or NaN if there is no cosine. Divides by the lengths although
   * they should be 1: a vector that was stored wrongly must not look nearer than it is.
   */
  static double of(float[] a, float[] b) {
    if (a.length != b.length) {
      return Double.NaN;
    }
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      squareA += (double) a[i] * a[i];
      squareB += (double) b[i] * b[i];
    }
    double cosine = product / Math.sqrt(squareA * squareB);
    return Math.max(-1, Math.min(1, cosine));
  }
}
