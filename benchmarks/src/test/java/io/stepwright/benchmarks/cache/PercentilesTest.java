package io.stepwright.benchmarks.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void takesTheNearestRankInAnyOrder() {
    Percentiles hundred =
        Percentiles.of(LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray());
    assertThat(hundred.millis(50)).isEqualTo(50);
    assertThat(hundred.millis(95)).isEqualTo(95);
    assertThat(hundred.millis(100)).isEqualTo(100);
    assertThat(hundred.count()).isEqualTo(100);
  }

  @Test
  void isAlwaysOneOfTheDurations() {
    assertThat(Percentiles.of(new long[] {2_500_000}).millis(1)).isEqualTo(2.5);
    assertThat(Percentiles.of(new long[] {1_000_000, 3_000_000}).millis(50)).isEqualTo(1);
    assertThat(Percentiles.of(new long[] {1_000_000, 3_000_000}).millis(51)).isEqualTo(3);
  }

  @Test
  void leavesTheDurationsAsTheyAre() {
    long[] nanos = {3, 1, 2};
    Percentiles.of(nanos);
    assertThat(nanos).containsExactly(3, 1, 2);
  }

  @Test
  void hasNothingToSayOfNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(new long[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(new long[1]).millis(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(new long[1]).millis(101));
  }
}
