package io.stepwright.wiring.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of a match as numbers. */
class MatchTest {

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "NaN", "Infinity", "1d", "1f", "0x1p3", "\u0665"})
  void matchesAreOnlyPlainNumbers(String text) {
    Match.Text match = new Match.Text(text);
    assertThatThrownBy(match::asDouble).isInstanceOf(Match.NotConvertible.class);
    assertThatThrownBy(match::asFloat).isInstanceOf(Match.NotConvertible.class);
    assertThat(new Match.Text("-1.5e3").asDouble()).isEqualTo(-1500);
  }

  /** The JDK accepts them, but the digits of {@code Pattern} do not include them. */
  @Test
  void digitsOfOtherScriptsAreNoNumbers() {
    Match.Text text = new Match.Text("\u0661\u0662");
    for (Function<Match.Text, ?> conversion :
        List.<Function<Match.Text, ?>>of(
            Match.Text::asByte,
            Match.Text::asShort,
            Match.Text::asInt,
            Match.Text::asLong,
            Match.Text::asFloat,
            Match.Text::asDouble,
            Match.Text::asBigDecimal)) {
      assertThatThrownBy(() -> conversion.apply(text)).isInstanceOf(Match.NotConvertible.class);
    }
  }
}
