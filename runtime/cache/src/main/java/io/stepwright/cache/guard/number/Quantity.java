package io.stepwright.cache.guard.number;

import io.stepwright.cache.guard.word.Word;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Normalises amounts, so that equal amounts become equal texts. */
public final class Quantity {

  /** Longer numbers are codes, not amounts. */
  private static final int DIGITS_OF_AMOUNTS = 15;

  /** Conversion to a smaller unit, for units that are used for the same things. */
  private static final Map<String, Larger> LARGER =
      Map.of(
          "week", new Larger(7, "day"),
          "fortnight", new Larger(14, "day"),
          "year", new Larger(12, "month"),
          "decade", new Larger(120, "month"),
          "hour", new Larger(60, "minute"),
          "kg", new Larger(1000, "g"),
          "l", new Larger(1000, "ml"),
          "km", new Larger(1000, "m"));

  private record Larger(int factor, String unit) {}

  private Quantity() {}

  /** Returns the normal form of an amount: "5 minute", "0.5", "dollar 5". */
  public static String of(String number, @Nullable String unit) {
    if (unit == null) {
      return number;
    }
    Larger larger = LARGER.get(unit);
    BigDecimal value = value(number);
    if (value == null) {
      return number + " " + unit;
    }
    if (larger != null) {
      return plain(value.multiply(BigDecimal.valueOf(larger.factor()))) + " " + larger.unit();
    }
    return plain(value) + " " + unit;
  }

  public static String times(String number, long factor) {
    BigDecimal value = value(number);
    return value == null
        ? number + "*" + factor
        : plain(value.multiply(BigDecimal.valueOf(factor)));
  }

  public static String plus(String number, String other) {
    BigDecimal value = value(number);
    BigDecimal more = value(other);
    return value == null || more == null ? number + "+" + other : plain(value.add(more));
  }

  /**
   * Returns the value of a number that is written as an amount; null for versions, dates and codes.
   */
  public static @Nullable BigDecimal value(String number) {
    if (number.length() > DIGITS_OF_AMOUNTS || number.isEmpty()) {
      return null;
    }
    int points = 0;
    for (int i = 0; i < number.length(); i++) {
      char character = number.charAt(i);
      if (character == '.') {
        points++;
      } else if (!Word.isDigit(character) && !(character == '-' && i == 0)) {
        return null;
      }
    }
    char last = number.charAt(number.length() - 1);
    return points > 1 || !Word.isDigit(last) ? null : new BigDecimal(number);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
