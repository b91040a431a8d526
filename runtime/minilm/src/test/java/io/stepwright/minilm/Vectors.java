package io.stepwright.minilm;

/** Compares vectors. */
final class Vectors {

  private Vectors() {}

  static double cosine(float[] one, float[] other) {
    double[] wide = new double[other.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = other[i];
    }
    return cosine(one, wide);
  }

  static double cosine(float[] one, double[] other) {
    double dot = 0;
    double squares = 0;
    double others = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
      squares += (double) one[i] * one[i];
      others += other[i] * other[i];
    }
    return dot / Math.sqrt(squares * others);
  }

  static double length(float[] vector) {
    double squares = 0;
    for (float number : vector) {
      squares += (double) number * number;
    }
    return Math.sqrt(squares);
  }
}
