package io.stepwright.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Parses durations as they are written in annotations and in the configuration. Depends on the JDK
 * alone, so that the annotation processor can carry a copy of this one class.
 */
public final class DurationText {

  /** More characters than any valid duration has, and few enough to be parsed quickly. */
  private static final int MOST_CHARACTERS = 100;

  /** More digits may not fit in a long. */
  private static final int MOST_DIGITS = 18;

  private static final List<String> UNITS = List.of("ms", "s", "m", "h", "d");

  private static final String FORMS = " Write 500ms, 2s, 5m, 1h, 1d or ISO-8601 such as PT1.5S.";

  private DurationText() {}

  /**
   * Parses {@code 500ms}, {@code 2s}, {@code 5m}, {@code 1h}, {@code 1d} or ISO-8601 such as {@code
   * PT1.5S}.
   *
   * @throws IllegalArgumentException if the text is none of these, or is not positive; the message
   *     shows the allowed forms
   */
  public static Duration parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "A text of more than " + MOST_CHARACTERS + " characters is not a duration." + FORMS);
    }
    Duration duration;
    try {
      int digits = digits(text);
      String unit = text.substring(digits);
      duration =
          digits > 0 && digits <= MOST_DIGITS && UNITS.contains(unit)
              ? of(Long.parseLong(text.substring(0, digits)), unit)
              : Duration.parse(text);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException("'" + text + "' is not a duration." + FORMS, e);
    }
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not positive. Write a duration above zero, such as 500ms, 2s, 5m, 1h, 1d or PT1.5S.");
    }
    return duration;
  }

  /** Returns the number of digits at the beginning of a text. */
  private static int digits(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }

  private static Duration of(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
