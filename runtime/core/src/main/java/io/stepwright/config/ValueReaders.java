package io.stepwright.config;

import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.SchemaKeywords;
import io.stepwright.spi.StructuredOutput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Readers for the types of values that settings have: one class, where each reference to a method
 * would become one that is made before the first call.
 */
final class ValueReaders<T> implements ValueReader<T> {

  static final String NONE = "none";

  static final ValueReader<String> BODY = new ValueReaders<>(Type.BODY);
  static final ValueReader<List<String>> COMMAND = new ValueReaders<>(Type.COMMAND);
  static final ValueReader<Integer> CONCURRENCY = new ValueReaders<>(Type.CONCURRENCY);
  static final ValueReader<Integer> COUNT = new ValueReaders<>(Type.COUNT);
  static final ValueReader<String> CURRENCY = new ValueReaders<>(Type.CURRENCY);
  static final ValueReader<Duration> DURATION = new ValueReaders<>(Type.DURATION);
  static final ValueReader<Boolean> FLAG = new ValueReaders<>(Type.FLAG);
  static final ValueReader<Map<String, String>> HEADERS = new ValueReaders<>(Type.HEADERS);
  static final ValueReader<Optional<Duration>> LIMIT = new ValueReaders<>(Type.LIMIT);
  static final ValueReader<String> NAMESPACE = new ValueReaders<>(Type.NAMESPACE);
  static final ValueReader<Price> PRICE = new ValueReaders<>(Type.PRICE);
  static final ValueReader<String> QUERY = new ValueReaders<>(Type.QUERY);
  static final ValueReader<ResultWithTools> RESULT_WITH_TOOLS =
      new ValueReaders<>(Type.RESULT_WITH_TOOLS);
  static final ValueReader<SchemaKeywords> SCHEMA_KEYWORDS =
      new ValueReaders<>(Type.SCHEMA_KEYWORDS);
  static final ValueReader<StructuredOutput> STRUCTURED_OUTPUT =
      new ValueReaders<>(Type.STRUCTURED_OUTPUT);
  static final ValueReader<String> SECRET = new ValueReaders<>(Type.SECRET);
  static final ValueReader<String> TEXT = new ValueReaders<>(Type.TEXT);
  static final ValueReader<Integer> TURNS = new ValueReaders<>(Type.TURNS);
  static final ValueReader<Map<String, String>> VARIABLES = new ValueReaders<>(Type.VARIABLES);

  private static final int SHORTEST_SECRET = 16;
  private static final int LONGEST_NAMESPACE = 64;
  private static final int LETTERS_OF_CURRENCY = 3;

  private enum Type {
    BODY,
    COMMAND,
    CONCURRENCY,
    COUNT,
    CURRENCY,
    DURATION,
    FLAG,
    HEADERS,
    LIMIT,
    NAMESPACE,
    PRICE,
    QUERY,
    RESULT_WITH_TOOLS,
    SCHEMA_KEYWORDS,
    STRUCTURED_OUTPUT,
    SECRET,
    TEXT,
    TURNS,
    VARIABLES
  }

  private final Type type;

  private ValueReaders(Type type) {
    this.type = type;
  }

  @Override
  @SuppressWarnings("unchecked") // Each constant above has the type of its values.
  public T read(String key, String text) {
    return (T) value(key, text);
  }

  private Object value(String key, String text) {
    return switch (type) {
      case BODY -> RequestReaders.body(key, text);
      case COMMAND -> ProgramReaders.command(key, text);
      case HEADERS -> RequestReaders.headers(key, text);
      case QUERY -> RequestReaders.query(key, text);
      case RESULT_WITH_TOOLS -> RequestReaders.resultWithTools(key, text);
      case SCHEMA_KEYWORDS -> RequestReaders.schemaKeywords(key, text);
      case STRUCTURED_OUTPUT -> RequestReaders.structuredOutput(key, text);
      case CONCURRENCY -> concurrency(key, text);
      case COUNT -> count(key, text);
      case CURRENCY -> currency(key, text);
      case DURATION -> duration(key, text);
      case FLAG -> flag(key, text);
      case LIMIT -> limit(key, text);
      case NAMESPACE -> namespace(key, text);
      case PRICE -> price(key, text);
      case SECRET -> secret(key, text);
      case TEXT -> text(key, text);
      case TURNS -> turns(key, text);
      case VARIABLES -> ProgramReaders.variables(key, text);
    };
  }

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
    if (text.length() > digits || !isNumber(text) || Integer.parseInt(text) == 0) {
      throw wrong(key, text, hint);
    }
    return Integer.parseInt(text);
  }

  static String currency(String key, String text) {
    if (text.length() != LETTERS_OF_CURRENCY || !isUpperCase(text)) {
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
    if (text.length() > LONGEST_NAMESPACE || !isNamespace(text)) {
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

  // Loops instead of regular expressions, whose classes would be loaded before the first call.

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isUpperCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamespace(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!letter && !isDigit(c) && "._-".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static IllegalArgumentException wrong(String key, String text, String hint) {
    return new IllegalArgumentException(
        "%s is '%s'. %s".formatted(Excerpt.of(key), Excerpt.of(text), hint));
  }
}
