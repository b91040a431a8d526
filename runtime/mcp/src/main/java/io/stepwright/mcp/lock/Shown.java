package io.stepwright.mcp.lock;

import java.util.Locale;

/**
 * Shows texts of servers to people: bounded, on one line, and with escapes for characters that are
 * invisible or change the order of others, in which instructions for models can be hidden.
 */
public final class Shown {

  private static final int LONGEST = 300;

  private Shown() {}

  /** Returns a text in quotes, shortened if it is long. */
  public static String text(String text) {
    return text(text, 0);
  }

  /** Returns a text in quotes from a character on; what is left out is shown as dots. */
  static String text(String text, int start) {
    StringBuilder shown = new StringBuilder(start > 0 ? "\"..." : "\"");
    int end = Math.min(text.length(), start + LONGEST);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        shown.append('\\').append(c);
      } else if (c == '\n') {
        shown.append("\\n");
      } else {
        shown.append(isSeen(c) ? String.valueOf(c) : escape(c));
      }
    }
    return shown.append(end < text.length() ? "...\"" : "\"").toString();
  }

  /** Returns JSON as it is, but for its length and characters that are not seen. */
  static String json(String canonical) {
    StringBuilder shown = new StringBuilder();
    int end = Math.min(canonical.length(), LONGEST);
    for (int i = 0; i < end; i++) {
      char c = canonical.charAt(i);
      shown.append(isSeen(c) ? String.valueOf(c) : escape(c));
    }
    return shown.append(end < canonical.length() ? "..." : "").toString();
  }

  /** Tells whether a reader sees a UTF-16 character where it stands. */
  static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  static String escape(char c) {
    return String.format(Locale.ROOT, "\\u%04x", (int) c);
  }
}
