package io.stepwright.wiring;

import java.math.BigDecimal;

/**
 * Reads decimals from untrusted text. {@link BigDecimal#BigDecimal(String)} takes time quadratic in
 * the number of digits. It accepts any exponent, and {@code toBigInteger}, {@code setScale} or
 * {@code toPlainString} of the value then create that many digits. Therefore the length and the
 * exponent are checked before the conversion.
 */
public final class Decimals {

  /** The maximum number of characters, including the sign and the exponent. */
  public static final int MOST_CHARACTERS = 1_000;

  /** The maximum absolute value of the exponent as it is written. */
  private static final int LARGEST_EXPONENT = 1_000;

  /** The description of the numbers that are read, for messages. */
  public static final String BOUNDS =
      "a number of at most "
          + MOST_CHARACTERS
          + " characters with an exponent from -"
          + LARGEST_EXPONENT
          + " to "
          + LARGEST_EXPONENT;

  private Decimals() {}

  /**
   * Reads a decimal, within the bounds.
   *
   * @throws NumberFormatException if the text is not a decimal, or is out of bounds
   */
  public static BigDecimal parse(String text) {
    if (!isWithinBounds(text)) {
      throw new NumberFormatException("out of bounds");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'e') { // The JDK also takes the digits of other scripts.
        throw new NumberFormatException("not ASCII");
      }
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
      // The parser handles signs and rejects other characters.
      exponent = exponent * 10 + Math.max(0, Character.digit(text.charAt(i), 10));
    }
    return exponent <= LARGEST_EXPONENT;
  }
}
