package io.stepwright.graph.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes text and numbers into XML and HTML. */
public final class Markup {

  private Markup() {}

  /** Escapes text for use as content or as the value of an attribute. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(character) ? character : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** Returns whether XML 1.0 allows a character. */
  private static boolean isAllowed(int character) {
    return (character >= 0x20 && character < 0xD800)
        || character == '\n'
        || character == '\t'
        || (character >= 0xE000 && character != 0xFFFE && character != 0xFFFF);
  }

  /** Formats a coordinate, rounded to a tenth of a pixel, in the same way on every machine. */
  public static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
