package io.stepwright.cache.guard.number;

import io.stepwright.cache.guard.word.Words;
import org.jspecify.annotations.Nullable;

/**
 * The unit that follows a number as separate words.
 *
 * @param unit the unit, or null if none follows
 * @param length the number of its words
 */
public record UnitReader(@Nullable String unit, int length) {

  private static final UnitReader NONE = new UnitReader(null, 0);

  /** Reads the unit that starts with the word at an index. */
  public static UnitReader at(Words words, int at) {
    String word = words.text(at);
    String next = words.text(at + 1);
    if (word.equals("per") && next.equals("cent")) {
      return new UnitReader("%", 2);
    }
    String sign = Units.sign(word);
    if (sign != null) {
      // In "5 $10" the sign belongs to the next number.
      boolean ofNext = at + 1 < words.size() && words.at(at + 1).startsWithDigit();
      return ofNext ? NONE : new UnitReader(sign, 1);
    }
    String unit = Units.apart(word);
    if (unit == null) {
      return NONE;
    }
    if (unit.equals("gbp") && word.startsWith("pound") && next.equals("of")) {
      return new UnitReader("lb", 1);
    }
    return unit.equals("\u00B0") ? degrees(next) : new UnitReader(unit, 1);
  }

  private static UnitReader degrees(String scale) {
    return switch (scale) {
      case "c", "celsius", "centigrade" -> new UnitReader("c", 2);
      case "f", "fahrenheit" -> new UnitReader("f", 2);
      default -> new UnitReader("\u00B0", 1);
    };
  }

  /** Returns the currency that stands before a number: $, US$ or USD; or null. */
  public static @Nullable String currencyBefore(Words words, int number) {
    String before = words.text(number - 1);
    String sign = Units.sign(before);
    if (sign == null) {
      return before.length() == 3 ? Units.currency(before) : null;
    }
    String prefixed = Units.currency(words.text(number - 2) + before);
    return prefixed == null ? sign : prefixed;
  }
}
