package io.stepwright.minilm;

import java.nio.FloatBuffer;

/**
 * Makes one vector of length 1 of the vectors of a text's tokens: their mean, as in Reimers and
 * Gurevych, Sentence-BERT (2019), section 3.
 */
final class MeanPooling {

  private MeanPooling() {}

  /**
   * The mean of the tokens that the mask lets through, scaled to length 1.
   *
   * @param states the tokens' vectors, one after the other; read from its position on
   * @param mask for each token, 1 if it counts and 0 if it is padding
   * @param dimensions how many numbers a vector has
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
    // The sum points where the mean does: dividing by the number of tokens would change nothing.
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
