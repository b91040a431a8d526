package io.stepwright.redis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Converts vectors to Redis's format: IEEE 754 numbers of 32 bits, little-endian. */
final class VectorBytes {

  private VectorBytes() {}

  static byte[] of(float[] vector) {
    ByteBuffer buffer =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(vector);
    return buffer.array();
  }

  /**
   * Parses the vector of bytes.
   *
   * @throws IllegalArgumentException if they are no vector: empty, truncated, or with a number that
   *     is infinite or NaN
   */
  static float[] parse(byte[] bytes) {
    if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
      throw new IllegalArgumentException("not a vector");
    }
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    for (float number : vector) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException("not a vector");
      }
    }
    return vector;
  }
}
