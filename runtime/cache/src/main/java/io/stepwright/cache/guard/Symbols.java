package io.stepwright.cache.guard;

import java.util.HashSet;
import java.util.Set;

/** Finds signs that occur in one text only: arrows, ticks, emoji, mathematical signs. */
final class Symbols {

  /** Signs that are read with the words or amounts around them. */
  private static final String READ_ELSEWHERE = "`\u00B4\u00B0\u2032\u2033";

  private Symbols() {}

  static boolean differ(String one, String other) {
    return !of(one).equals(of(other));
  }

  private static Set<Integer> of(String text) {
    Set<Integer> symbols = new HashSet<>(4);
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int end = at + Character.charCount(character);
      if (READ_ELSEWHERE.indexOf(character) < 0 && isSymbol(text, character, at, end)) {
        symbols.add(character);
      }
      at = end;
    }
    return symbols;
  }

  private static boolean isSymbol(String text, int character, int at, int end) {
    return switch (Character.getType(character)) {
      case Character.OTHER_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.PRIVATE_USE,
          Character.SURROGATE ->
          true;
      // A minus in front of a number is part of the amount.
      case Character.MATH_SYMBOL -> character != '\u2212' || !isDigit(text, end);
      case Character.CURRENCY_SYMBOL -> !isAmount(text, at - 1, -1) && !isAmount(text, end, 1);
      default -> false;
    };
  }

  /** Tells whether there is a digit at an index, or one space away from it. */
  private static boolean isAmount(String text, int at, int step) {
    boolean space = at >= 0 && at < text.length() && Character.isSpaceChar(text.charAt(at));
    return isDigit(text, space ? at + step : at);
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }
}
