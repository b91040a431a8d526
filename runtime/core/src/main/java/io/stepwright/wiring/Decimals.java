package io.stepwright.wiring;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Reads decimals from texts of strangers. {@link BigDecimal#BigDecimal(String)} takes time that
 * grows with the square of the digits, and takes any exponent, which makes {@code toBigInteger},
 * {@code setScale} or {@code toPlainString} of the value take as many digits. So both are bounded
 * before there is a value.
 */
final class Decimals {

  /** The most characters of a number, its sign and its exponent included. */
  static final int MOST_CHARACTERS = 1_000;

  /** The largest exponent that a number is written with, and the smallest one without its sign. */
  private static final int LARGEST_EXPONENT = 1_000;

  /** The description of the numbers that are read, for messages. */
  static final String BOUNDS =
      String.format(
          Locale.ROOT,
          "a number of at most %d characters with an exponent from -%d to %d",
          MOST_CHARACTERS,
          LARGEST_EXPONENT,
          LARGEST_EXPONENT);

  private Decimals() {}

  /**
   * Reads a decimal, within the bounds.
   *
   * @throws NumberFormatException if it is none, or is out of bounds
   */
  static BigDecimal parse(String text) {
    if (!isWithinBounds(text)) {
      throw new NumberFormatException("out of bounds");
    }
    if (text.chars().anyMatch(c -> c > 'e')) { // The JDK also takes the digits of other scripts.
      throw new NumberFormatException("not ASCII");
    }
    return new BigDecimal(text);
  }

  /** Tells whether a text is short and has no large exponent; it may still be no number. */
  static boolean isWithinBounds(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return false;
    }
    int mark = Math.max(text.lastIndexOf('e'), text.lastIndexOf('E'));
    return mark < 0 || isSmall(text, mark + 1);
  }

  private static boolean isSmall(String text, int start) {
    int exponent = 0;
    for (int i = start; i < text.length() && exponent <= LARGEST_EXPONENT; i++) {
      // A sign, or what is no digit, is left to the parser.
      exponent = exponent * 10 + Math.max(0, Character.digit(text.charAt(i), 10));
    }
    return exponent <= LARGEST_EXPONENT;
  }
}
