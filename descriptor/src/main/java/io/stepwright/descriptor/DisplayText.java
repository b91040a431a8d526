package io.stepwright.descriptor;

import java.util.Locale;

/**
 * Shows texts of unknown origin in messages and on terminals, which interpret control characters.
 * Thread-safe: it has no state.
 */
public final class DisplayText {

  /** The maximum length of a text in a message, in characters before escapes. */
  private static final int BRIEF = 100;

  private DisplayText() {}

  /**
   * Returns a text on one line. Control characters, line and paragraph separators, invisible format
   * characters such as those that change the direction of writing, and unpaired surrogates are
   * replaced by their Unicode escapes.
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (!isHarmful(character)) {
                escaped.appendCodePoint(character);
                return;
              }
              for (char c : Character.toChars(character)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
              }
            });
    return escaped.toString();
  }

  /** Returns the escaped beginning of a text, for messages. */
  public static String brief(String text) {
    if (text.length() <= BRIEF) {
      return escape(text);
    }
    int end = Character.isHighSurrogate(text.charAt(BRIEF - 1)) ? BRIEF - 1 : BRIEF;
    return escape(text.substring(0, end)) + "...";
  }

  private static boolean isHarmful(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
