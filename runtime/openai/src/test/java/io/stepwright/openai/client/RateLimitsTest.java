package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.RateLimit;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {

  private static HeaderValues headers(String remaining, String reset) {
    return new HeaderValues()
        .put("X-RateLimit-Remaining-Requests", remaining)
        .put("x-ratelimit-reset-requests", reset);
  }

  @ParameterizedTest
  @CsvSource({
    "1s, PT1S",
    "6m0s, PT6M",
    "120ms, PT0.12S",
    "2m59.56s, PT2M59.56S",
    "1h0m5s, PT1H5S",
    "1d2h, PT26H",
    "7.5, PT7.5S",
    "60, PT1M",
    "0s, PT0S",
    "5m, PT5M",
  })
  void everyFormOfTime(String text, Duration expected) {
    assertThat(RateLimits.of(headers("0", text))).isEqualTo(new RateLimit(0, 0, expected));
    assertThat(RateLimits.of(headers("59", text).put("x-ratelimit-limit-requests", "60")))
        .isEqualTo(new RateLimit(59, 60, expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0, soon",
    "0, ''",
    "0, -1s",
    "0, 1s1h",
    "0, 99999999999999999999s",
    "0, s",
    "none, 1s",
    "-1, 1s",
    "1.5, 1s",
    "99999999999999999999, 1s",
  })
  void whatCannotBeUnderstoodSaysNothing(String remaining, String reset) {
    assertThat(RateLimits.of(headers(remaining, reset))).isNull();
    assertThat(RateLimits.of(new HeaderValues().put("x-ratelimit-reset-requests", "1s"))).isNull();
  }
}
