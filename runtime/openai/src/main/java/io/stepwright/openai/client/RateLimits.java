package io.stepwright.openai.client;

import io.stepwright.spi.RateLimit;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a server's rate limit from the headers {@code x-ratelimit-remaining-requests}, {@code
 * -limit-requests} and {@code -reset-requests} of OpenAI's API, which Groq, Azure and others send
 * too. Times are written {@code 120ms}, {@code 1s}, {@code 6m0s}, or as a number of seconds.
 */
final class RateLimits {

  /** Compiled when a server first sends such headers. */
  private static final class Forms {

    static final Pattern COUNT = Pattern.compile("\\d{1,15}");
    static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    static final Pattern TIME =
        Pattern.compile(
            "(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?"
                + "(?:(\\d{1,9}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)ms)?");

    private Forms() {}
  }

  private RateLimits() {}

  /** Returns the limit, or null if the headers are missing or cannot be parsed. */
  static @Nullable RateLimit of(Headers headers) {
    String remaining = value(headers, "x-ratelimit-remaining-requests");
    String reset = value(headers, "x-ratelimit-reset-requests");
    Duration time = reset == null ? null : time(reset);
    if (remaining == null || time == null || !Forms.COUNT.matcher(remaining).matches()) {
      return null;
    }
    String limit = value(headers, "x-ratelimit-limit-requests");
    boolean known = limit != null && Forms.COUNT.matcher(limit).matches();
    return new RateLimit(Long.parseLong(remaining), known ? Long.parseLong(limit) : 0, time);
  }

  private static @Nullable String value(Headers headers, String name) {
    for (String value : headers.values(name)) {
      return value.strip();
    }
    return null;
  }

  private static @Nullable Duration time(String text) {
    if (Forms.SECONDS.matcher(text).matches()) {
      return nanos(text, 1e9);
    }
    Matcher parts = Forms.TIME.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return null;
    }
    return nanos(parts.group(1), 86_400e9)
        .plus(nanos(parts.group(2), 3_600e9))
        .plus(nanos(parts.group(3), 60e9))
        .plus(nanos(parts.group(4), 1e9))
        .plus(nanos(parts.group(5), 1e6));
  }

  private static Duration nanos(@Nullable String number, double unit) {
    return number == null
        ? Duration.ZERO
        : Duration.ofNanos(Math.round(Double.parseDouble(number) * unit));
  }
}
