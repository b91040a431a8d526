package io.stepwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.ModelReply;
import org.junit.jupiter.api.Test;

class TokensTest {

  @Test
  void sumsOfTokensDoNotOverflow() {
    assertThat(Tokens.plus(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(Tokens.plus(ModelReply.UNKNOWN, 5)).isEqualTo(5);
    assertThat(Tokens.plus(-3_000_000, -1)).isZero();
  }
}
