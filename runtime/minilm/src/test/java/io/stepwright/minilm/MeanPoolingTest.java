package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class MeanPoolingTest {

  @Test
  void leavesOutWhatTheMaskLeavesOut() {
    float[] vector = pool(new float[] {1, 2, 100, 100, 5, 6}, new long[] {1, 0, 1}, 2);
    assertThat(vector).containsExactly(new float[] {0.6f, 0.8f}, within(1e-7f));
  }

  @Test
  void startsAtTheBuffersPosition() {
    FloatBuffer states = FloatBuffer.wrap(new float[] {9, 9, 0, 2}).position(2);
    assertThat(MeanPooling.pool(states, new long[] {1}, 2)).containsExactly(0, 1);
  }

  @Test
  void failsWhenThereIsNoDirection() {
    assertThatThrownBy(() -> pool(new float[] {1, 1, -1, -1}, new long[] {1, 1}, 2))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("a vector of length 0.0");
    assertThatThrownBy(() -> pool(new float[] {1, Float.NaN}, new long[] {1}, 2))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> pool(new float[] {1, Float.POSITIVE_INFINITY}, new long[] {1}, 2))
        .isInstanceOf(ArithmeticException.class);
  }

  private static float[] pool(float[] states, long[] mask, int dimensions) {
    return MeanPooling.pool(FloatBuffer.wrap(states), mask, dimensions);
  }
}
