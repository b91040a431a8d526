package io.stepwright.minilm;

import java.nio.FloatBuffer;

/**
 * Combines the vectors of a text's tokens to one vector of length 1: their mean, as in Reimers and
 * Gurevych, Sentence-BERT (2019), section 3.
 */
final class MeanPooling {

  private MeanPooling() {}

  /**
   * Returns the mean of the tokens that the mask selects, scaled to length 1.
   *
   * @param states the tokens' vectors, one after the other; read from the current position on
   * @param mask for each token, 1 if it counts and 0 if it is padding
   * @param dimensions the length of a vector
   * @throws ArithmeticException if there is no such vector: the mean is zero or not finite
   */
  static float[] pool(FloatBuffer states, long[] mask, int dimensions) {
    float[] sum = new float[dimensions];
    float[] state = new float[dimensions];
    for (long counts : mask) {
      states.get(state);
      if (counts != 0) {
        for (int i = 0; i < dimensions; i++) {
          sum[i] += state[i];
        }
      }
    }
    // The sum has the direction of the mean, so dividing by the number of tokens is unnecessary.
    return scaleToLengthOne(sum);
  }

  private static float[] scaleToLengthOne(float[] vector) {
    double squares = 0;
    for (float number : vector) {
      squares += (double) number * number;
    }
    double length = Math.sqrt(squares);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new ArithmeticException("a vector of length " + length);
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }
}
