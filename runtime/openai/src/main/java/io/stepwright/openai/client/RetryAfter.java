package io.stepwright.openai.client;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wait that a server asks for: {@code Retry-After} in seconds or as a date (RFC 9110,
 * 10.2.3), or the finer {@code retry-after-ms} of OpenAI and Azure, which takes precedence.
 */
final class RetryAfter {

  /** As many digits as surely fit; fractions are not standard, but are sent. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  private RetryAfter() {}

  /** Returns the wait, or null if there is none or it cannot be parsed. */
  static @Nullable Duration of(Headers headers, Clock clock) {
    for (String millis : headers.values("retry-after-ms")) {
      if (NUMBER.matcher(millis.strip()).matches()) {
        return nanos(Double.parseDouble(millis.strip()) * 1e6);
      }
    }
    for (String value : headers.values("retry-after")) {
      if (NUMBER.matcher(value.strip()).matches()) {
        return nanos(Double.parseDouble(value.strip()) * 1e9);
      }
      Duration until = until(value.strip(), clock.instant());
      if (until != null) {
        return until;
      }
    }
    return null;
  }

  private static Duration nanos(double nanos) {
    return Duration.ofNanos(Math.round(nanos));
  }

  private static @Nullable Duration until(String date, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
    } catch (DateTimeException e) {
      // The header is a hint: without it the caller uses its own wait.
      return null;
    }
  }
}
