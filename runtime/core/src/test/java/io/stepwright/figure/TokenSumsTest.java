package io.stepwright.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.ModelReply;
import org.junit.jupiter.api.Test;

class TokenSumsTest {

  @Test
  void sumsOfTokensDoNotOverflow() {
    assertThat(TokenSums.plus(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(TokenSums.plus(ModelReply.UNKNOWN, 5)).isEqualTo(5);
    assertThat(TokenSums.plus(-3_000_000, -1)).isZero();
  }
}
