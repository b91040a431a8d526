package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After | 0 | PT0S",
        "Retry-After | 7 | PT7S",
        "Retry-After | 3600 | PT1H",
        "Retry-After | 1.5 | PT1.5S",
        "retry-after-ms | 250 | PT0.25S",
        "retry-after-ms | 12.5 | PT0.0125S",
        "Retry-After | Sun, 22 Nov 2026 12:00:30 GMT | PT30S",
        "Retry-After | Sun, 22 Nov 2026 11:59:30 GMT | PT0S",
        "Retry-After | soon |",
        "Retry-After | -5 |",
        "Retry-After | NaN |",
        "Retry-After | 99999999999999999999 |",
        "Retry-After | '' |",
        "X-Other | 5 |",
      })
  void everyForm(String header, String value, Duration expected) {
    Headers headers = new HeaderValues().put(header, value == null ? "" : value);
    assertThat(RetryAfter.of(headers, NOON)).isEqualTo(expected);
  }

  @Test
  void millisecondsWin() {
    Headers headers = new HeaderValues().put("Retry-After", "1").put("retry-after-ms", "20");
    assertThat(RetryAfter.of(headers, NOON)).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void itComesWithTheFailure() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      server.answer(
          Answer.error(429, "requests", "rate_limit_exceeded").header("Retry-After", "7"));
      assertThat(Calls.failure(client, Calls.request("Hello")).retryAfter())
          .isEqualTo(Duration.ofSeconds(7));
    }
  }
}
