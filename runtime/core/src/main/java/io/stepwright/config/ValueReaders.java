package io.stepwright.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Readers for the types of values that settings have. */
final class ValueReaders {

  static final String NONE = "none";

  private static final int SHORTEST_SECRET = 16;
  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private ValueReaders() {}

  static String text(String key, String text) {
    return text;
  }

  static boolean flag(String key, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(key, text, "Write true or false.");
    }
    return text.equals("true");
  }

  static Duration duration(String key, String text) {
    return duration(key, text, "");
  }

  /** Parses a duration or {@code none}. */
  static Optional<Duration> limit(String key, String text) {
    return text.equals(NONE)
        ? Optional.empty()
        : Optional.of(duration(key, text, " For no limit write none."));
  }

  private static Duration duration(String key, String text, String hint) {
    try {
      return DurationText.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s%s".formatted(key, e.getMessage(), hint), e);
    }
  }

  /** Parses a number of turns. */
  static int turns(String key, String text) {
    return wholeNumber(key, text, 4, "Write a whole number from 1 to 9999.");
  }

  /** Parses a number of files or characters. */
  static int count(String key, String text) {
    return wholeNumber(key, text, 6, "Write a whole number from 1 to 999999.");
  }

  /** Parses a number of calls. */
  static int concurrency(String key, String text) {
    return wholeNumber(
        key, text, 9, "Write a whole number above zero, or leave it out for no limit.");
  }

  private static int wholeNumber(String key, String text, int digits, String hint) {
    if (!text.matches("[0-9]{1," + digits + "}") || Integer.parseInt(text) == 0) {
      throw wrong(key, text, hint);
    }
    return Integer.parseInt(text);
  }

  static String currency(String key, String text) {
    if (!text.matches("[A-Z]{3}")) {
      throw wrong(key, text, "Write the three letters of a currency, such as USD.");
    }
    return text;
  }

  static Price price(String key, String text) {
    try {
      return Price.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s".formatted(Excerpt.of(key), e.getMessage()), e);
    }
  }

  static String namespace(String key, String text) {
    if (!NAMESPACE.matcher(text).matches()) {
      throw wrong(
          key, text, "Write 1 to 64 letters of ASCII, digits, dots, underscores and dashes.");
    }
    return text;
  }

  /** Checks a secret, which the message does not quote. */
  static String secret(String key, String text) {
    if (text.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          key
              + " is shorter than "
              + SHORTEST_SECRET
              + " characters. Set it to a random text, the same for all processes that share data,"
              + " such as what 'openssl rand -base64 32' writes.");
    }
    return text;
  }

  private static IllegalArgumentException wrong(String key, String text, String hint) {
    return new IllegalArgumentException(
        "%s is '%s'. %s".formatted(Excerpt.of(key), Excerpt.of(text), hint));
  }
}
