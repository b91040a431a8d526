package io.stepwright.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "1ms, PT0.001S",
    "2s, PT2S",
    "5m, PT5M",
    "1h, PT1H",
    "1d, PT24H",
    "007s, PT7S",
    "PT1.5S, PT1.5S",
    "P1DT2H, PT26H",
    "pt3s, PT3S",
  })
  void parses(String text, Duration expected) {
    assertThat(DurationText.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "5",
        "s",
        "5 s",
        " 5s",
        "5S",
        "1.5s",
        "-5s",
        "5us",
        "5w",
        "none",
        "1h30m",
        "999999999999999999d",
        "9999999999999999999s",
        "PT",
        "1s\n",
        "٣s",
      })
  void refuses(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500ms, 2s, 5m, 1h, 1d")
        .hasMessageContaining("ISO-8601");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0ms", "PT0S", "PT-5S", "-PT5S"})
  void refusesWhatIsNotPositive(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not positive")
        .hasMessageContaining("500ms");
  }
}
