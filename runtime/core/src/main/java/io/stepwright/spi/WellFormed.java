package io.stepwright.spi;

/**
 * Makes text fit for JSON. A lone surrogate, such as remains of an emoji that was cut in the
 * middle, is not a character, and servers refuse it. It becomes U+FFFD, the replacement character.
 */
final class WellFormed {

  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  /**
   * Returns the text itself if it has no lone surrogate, else a copy in which each one is replaced.
   */
  static String of(String text) {
    int lone = lone(text, 0);
    if (lone < 0) {
      return text;
    }
    char[] characters = text.toCharArray();
    while (lone >= 0) {
      characters[lone] = REPLACEMENT;
      lone = lone(text, lone + 1);
    }
    return new String(characters);
  }

  /** Returns the index of the first lone surrogate from an index on, or -1. */
  private static int lone(String text, int from) {
    int at = surrogate(text, from);
    while (at >= 0) {
      boolean pair =
          Character.isHighSurrogate(text.charAt(at))
              && at + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(at + 1));
      if (!pair) {
        return at;
      }
      at = surrogate(text, at + 2);
    }
    return -1;
  }

  /**
   * Returns the index of the first surrogate from an index on, or -1. Kept small to be inlined, as
   * most texts have none.
   */
  private static int surrogate(String text, int from) {
    int length = text.length();
    for (int i = from; i < length; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
