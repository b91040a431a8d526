package io.stepwright.cache;

/**
 * Removes the punctuation around a text, but no sign that may carry meaning. Removed are: points,
 * commas, colons, semicolons, exclamation and question marks at the end that touch a word; a
 * question mark at the end that is separated by a space (but not after a path, a pattern or a
 * colon); upside-down marks, an ellipsis and a list marker at the beginning; and quotation marks
 * around the whole text.
 */
final class OuterPunctuation {

  private static final String QUOTES = "\"'";

  /** Points, commas and marks of European, Arabic, Indian and East Asian writing. */
  private static final String MARKS = ".,;:!?\u2026\u3001\u3002\u060C\u061B\u061F\u0964";

  private static final String OPENING_MARKS = "\u00A1\u00BF\u2026";

  private OuterPunctuation() {}

  /** Strips a text whose white space is folded. Returns all of it if it has no letter or digit. */
  static String strip(String text) {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return text;
    }
    int start = 0;
    int end = text.length();
    QuotationPairs pairs = null;
    while (start < end) {
      int opening = openingMark(text, start, end);
      int closing = opening > 0 ? 0 : closingMarks(text, start, end);
      if (opening > 0) {
        start += opening;
      } else if (closing > 0) {
        end -= closing;
      } else if (isQuoted(text, start, end)) {
        start++;
        end--;
      } else if (QuotationPairs.mayWrap(text, start, end)) {
        pairs = pairs == null ? QuotationPairs.of(text) : pairs;
        if (!pairs.areAt(start, end - 1)) {
          return text.substring(start, end);
        }
        start++;
        end--;
      } else {
        return text.substring(start, end);
      }
    }
    return text;
  }

  /** Returns the length of the mark at the beginning of the text; 0 if there is none. */
  private static int openingMark(String text, int start, int end) {
    char first = text.charAt(start);
    if (Character.isWhitespace(first) || OPENING_MARKS.indexOf(first) >= 0) {
      return 1;
    }
    boolean list = first == '-' || first == '\u2022' || first == '\u00B7';
    if (list && start + 1 < end && text.charAt(start + 1) == ' ') {
      return first == '-' && !isWord(text, start + 2, end) ? 0 : 1; // A minus: - 5, - x.
    }
    return 0;
  }

  /**
   * Tells whether a word of three or more letters follows; shorter ones may be names of variables.
   */
  private static boolean isWord(String text, int start, int end) {
    return start + 2 < end
        && Character.isLetter(text.charAt(start))
        && Character.isLetter(text.charAt(start + 1))
        && Character.isLetter(text.charAt(start + 2));
  }

  /** Returns the number of marks at the end that carry no meaning. */
  private static int closingMarks(String text, int start, int end) {
    if (Character.isWhitespace(text.charAt(end - 1))) {
      return 1;
    }
    int at = end;
    while (at > start && MARKS.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    if (at == end) {
      return 0;
    }
    if (at == start) {
      return end - at;
    }
    char before = text.charAt(at - 1);
    if (Character.isWhitespace(before)) {
      // As in French; any other mark that stands alone may be the subject of the text.
      return isQuestion(text.charAt(at)) ? end - at : 0;
    }
    if (isPath(text, start, at)
        || isQuoted(text, start)
        || text.startsWith("..", at) && at + 2 == end) {
      return 0;
    }
    // The mark of a factorial stays: 5!, n!, 5!!
    int kept = at;
    while (kept < end && text.charAt(kept) == '!' && isFactor(text, start, at - 1)) {
      kept++;
    }
    return end - kept;
  }

  /**
   * Tells whether the last word is a path or a pattern, where points and question marks are part of
   * names.
   */
  private static boolean isPath(String text, int start, int end) {
    for (int at = end - 1; at >= start && !Character.isWhitespace(text.charAt(at)); at--) {
      if ("/\\*^|~".indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a colon introduces a quotation: fix the punctuation: hello. */
  private static boolean isQuoted(String text, int start) {
    return text.indexOf(": ", start) >= 0 || text.indexOf(":\n", start) >= 0;
  }

  /** Matches a number, a bracket, or a letter that stands alone. */
  private static boolean isFactor(String text, int start, int at) {
    char character = text.charAt(at);
    boolean alone = at == start || text.charAt(at - 1) == ' ';
    return Character.isDigit(character)
        || Character.getType(character) == Character.OTHER_NUMBER
        || ")]}|'".indexOf(character) >= 0
        || (Character.isLetter(character) && alone);
  }

  private static boolean isQuestion(char mark) {
    return mark == '?' || mark == '\u061F';
  }

  /** Quotation marks are removed in pairs only: a single one may mean feet. */
  private static boolean isQuoted(String text, int start, int end) {
    if (end - start < 2) {
      return false;
    }
    char first = text.charAt(start);
    return QUOTES.indexOf(first) >= 0
        && text.charAt(end - 1) == first
        && !holdsQuote(text, first, start + 1, end - 1);
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
}
