package io.stepwright.cache.text;

/**
 * Detects significant white space: indentation, several spaces inside of quotation marks, and long
 * or mixed runs, in which a message can be hidden.
 */
public final class Layout {

  private static final int LONGEST_MIXED = 2;
  private static final int LONGEST_OUTSIDE = 4;
  private static final int LONGEST_INSIDE = 8;
  private static final String QUOTES =
      "\"'`\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A\u300C\u300D\u300E\u300F";

  private Layout() {}

  /** Tells whether white space must stay as it is written. */
  public static boolean matters(String text) {
    int firstQuote = firstQuote(text);
    int lastQuote = lastQuote(text);
    for (int at = 0; at < text.length(); ) {
      int end = endOfSpace(text, at);
      if (end == at) {
        at++;
        continue;
      }
      boolean outside = at == 0 || end == text.length();
      boolean quoted = at > firstQuote && end <= lastQuote && firstQuote >= 0;
      if (matters(text, at, end, outside) || (quoted && end - at > 1)) {
        return true;
      }
      at = end;
    }
    return false;
  }

  private static boolean matters(String text, int start, int end, boolean outside) {
    int length = 0;
    boolean mixed = false;
    boolean indented = false;
    char first = kind(text, start);
    for (int at = start; at < end; at++) {
      if (text.startsWith("\r\n", at)) {
        continue; // One line break, counted at its second half.
      }
      char kind = kind(text, at);
      length++;
      mixed |= kind != first;
      indented |= kind != '\n' && at > start && kind(text, at - 1) == '\n';
    }
    return (indented && end < text.length())
        || (mixed && length > LONGEST_MIXED)
        || length > (outside ? LONGEST_OUTSIDE : LONGEST_INSIDE);
  }

  /** Returns the character, with carriage returns as line feeds. */
  private static char kind(String text, int at) {
    char character = text.charAt(at);
    return character == '\r' ? '\n' : character;
  }

  private static int endOfSpace(String text, int start) {
    int at = start;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private static int firstQuote(String text) {
    int at = 0;
    while (at < text.length() && QUOTES.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at < text.length() ? at : -1;
  }

  private static int lastQuote(String text) {
    int at = text.length() - 1;
    while (at >= 0 && QUOTES.indexOf(text.charAt(at)) < 0) {
      at--;
    }
    return at;
  }
}
