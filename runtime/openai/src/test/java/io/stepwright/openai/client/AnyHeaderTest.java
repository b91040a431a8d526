package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No header makes a call fail, known or unknown. */
class AnyHeaderTest {

  private static final String[] NAMES = {
    "retry-after",
    "retry-after-ms",
    "x-ratelimit-remaining-requests",
    "x-ratelimit-limit-requests",
    "x-ratelimit-reset-requests"
  };
  private static final String[] PIECES = {
    "0",
    "1",
    "9",
    "999999999999999",
    "-",
    "+",
    ".",
    "e",
    "E9",
    "ms",
    "s",
    "m",
    "h",
    "d",
    " ",
    ",",
    "\t",
    "NaN",
    "Infinity",
    "Sun, 22 Nov 2026 12:00:30 GMT",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "999999d",
    "٣",
    "😀",
    "\u0000",
    "0x1p3",
    "soon",
    "9".repeat(200)
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyHeaderIsReadOrNot(long seed) {
    Random random = new Random(seed);
    int limits = 0;
    int waits = 0;
    for (int i = 0; i < 20_000; i++) {
      HeaderValues builder = new HeaderValues();
      for (String name : NAMES) {
        for (int n = random.nextInt(3); n > 0; n--) {
          StringBuilder value = new StringBuilder();
          for (int p = random.nextInt(4); p > 0; p--) {
            value.append(PIECES[random.nextInt(PIECES.length)]);
          }
          builder.put(name, value.toString());
        }
      }
      Headers headers = builder;
      Duration wait = RetryAfter.of(headers, Clock.systemUTC());
      RateLimit limit = RateLimits.of(headers);
      if (wait != null) {
        waits++;
        assertThat(wait).isGreaterThanOrEqualTo(Duration.ZERO);
      }
      if (limit != null) {
        limits++;
        assertThat(limit.remaining()).isNotNegative();
        assertThat(limit.limit()).isNotNegative();
        assertThat(limit.reset()).isGreaterThanOrEqualTo(Duration.ZERO);
      }
    }
    assertThat(waits).isGreaterThan(1_000);
    assertThat(limits).isGreaterThan(10);
  }
}
