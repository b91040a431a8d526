package io.stepwright.cache;

/** Takes away the punctuation around a text, but no sign that carries meaning. */
final class OuterPunctuation {

  private static final String OPENING = "([{\u00AB\u300C\u300E\u3010";
  private static final String CLOSING = ")]}\u00BB\u300D\u300F\u3011";
  private static final String QUOTES = "\"'`";

  /** Points, commas and marks of European, Arabic, Indian and East Asian writing. */
  private static final String MARKS =
      ".,;:!?\u00A1\u00BF\u2026\u2022\u00B7\u3001\u3002\u060C\u061B\u061F\u0964";

  private OuterPunctuation() {}

  /** What is left of a text whose white space is folded; all of it if nothing would be left. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end) {
      if (startsWithMark(text, start, end)) {
        start++;
      } else if (endsWithMark(text, start, end)) {
        end--;
      } else if (isWrapped(text, start, end)) {
        start++;
        end--;
      } else {
        return text.substring(start, end);
      }
    }
    return text;
  }

  /** A point or an exclamation mark that touches a word belongs to it: .NET, .5, !important. */
  private static boolean startsWithMark(String text, int start, int end) {
    char first = text.charAt(start);
    if (first == ' ') {
      return true;
    }
    boolean alone = start + 1 == end || text.charAt(start + 1) == ' ';
    if (first == '-') {
      return alone;
    }
    if (MARKS.indexOf(first) < 0) {
      return false;
    }
    boolean inRow = start > 0 && MARKS.indexOf(text.charAt(start - 1)) >= 0;
    boolean carries = !inRow && (first == '.' || first == '!' || first == ':');
    return !carries || alone || MARKS.indexOf(text.charAt(start + 1)) >= 0;
  }

  /** A dash that touches a word belongs to it, as in A-, and so does the mark of a factorial. */
  private static boolean endsWithMark(String text, int start, int end) {
    char last = text.charAt(end - 1);
    if (last == ' ') {
      return true;
    }
    char before = end - 2 >= start ? text.charAt(end - 2) : ' ';
    if (last == '-') {
      return before == ' ';
    }
    if (last == '!') {
      boolean letter =
          Character.isLetter(before) && (end - 3 < start || text.charAt(end - 3) == ' ');
      return !Character.isDigit(before) && !letter;
    }
    return MARKS.indexOf(last) >= 0;
  }

  /** Brackets and quotation marks go in pairs only: one alone may be a smile, or feet. */
  private static boolean isWrapped(String text, int start, int end) {
    if (end - start < 2) {
      return false;
    }
    char first = text.charAt(start);
    char last = text.charAt(end - 1);
    if (QUOTES.indexOf(first) >= 0) {
      return last == first && !holdsQuote(text, first, start + 1, end - 1);
    }
    int kind = OPENING.indexOf(first);
    return kind >= 0 && last == CLOSING.charAt(kind) && closesAtEnd(text, kind, start, end);
  }

  private static boolean holdsQuote(String text, char quote, int start, int end) {
    for (int i = start; i < end; i++) {
      boolean inWord =
          i > start
              && i + 1 < end
              && Character.isLetter(text.charAt(i - 1))
              && Character.isLetter(text.charAt(i + 1));
      if (text.charAt(i) == quote && !(quote == '\'' && inWord)) {
        return true;
      }
    }
    return false;
  }

  private static boolean closesAtEnd(String text, int kind, int start, int end) {
    int depth = 0;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == OPENING.charAt(kind)) {
        depth++;
      } else if (text.charAt(i) == CLOSING.charAt(kind) && --depth == 0) {
        return i == end - 1;
      }
    }
    return false;
  }
}
