package io.stepwright.spi;

/**
 * Cleans texts that a server chose, so that they can be shown: of bounded length, on one line, and
 * without characters that a terminal or a log would interpret. Stateless.
 */
public final class ServerText {

  /** The maximum length of a name, in UTF-16 characters. */
  public static final int LONGEST_NAME = 128;

  /** The maximum length of a message, in bytes of UTF-8. */
  public static final int LONGEST_MESSAGE = 2_048;

  private static final char REPLACEMENT = '?';

  private ServerText() {}

  /**
   * Cleans a name, such as that of a model: at most {@value #LONGEST_NAME} characters, with {@code
   * ?} for each character that is not visible text. Returns the given object if nothing is wrong
   * with it.
   */
  public static String name(String text) {
    int length = text.length();
    if (length <= LONGEST_NAME && isPlain(text, length)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(Math.min(length, LONGEST_NAME));
    for (int i = 0; i < length; ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (clean.length() + Character.charCount(point) > LONGEST_NAME) {
        break;
      }
      clean.appendCodePoint(isShown(point) ? point : REPLACEMENT);
    }
    return clean.toString();
  }

  /**
   * Cleans a message: at most {@value #LONGEST_MESSAGE} bytes, with blanks for line breaks and tabs
   * and {@code ?} for other characters that are not visible text.
   */
  public static String message(String text) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), LONGEST_MESSAGE));
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      int shown = isSpace(point) ? ' ' : isShown(point) ? point : REPLACEMENT;
      bytes += bytes(shown);
      if (bytes > LONGEST_MESSAGE) {
        break;
      }
      clean.appendCodePoint(shown);
    }
    return clean.toString().strip();
  }

  /** Cleans a line of any length: every character that is not visible text becomes {@code ?}. */
  public static String line(String text) {
    if (isPlain(text, text.length())) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(point -> clean.appendCodePoint(isShown(point) ? point : REPLACEMENT));
    return clean.toString();
  }

  /** Tells whether all of the text is printable ASCII, as nearly all names are. */
  private static boolean isPlain(String text, int length) {
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(int point) {
    return switch (point) {
      case '\n', '\r', '\t', 0x85, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static int bytes(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
}
