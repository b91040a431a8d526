package io.stepwright.processor.source;

import java.util.Locale;

/**
 * Writes strings as Java source. JavaPoet's own string literals break on U+2028, and it knows no
 * text blocks.
 */
public final class TextLiterals {

  /**
   * The class file format stores at most 65,535 bytes of one constant; no character takes more than
   * 3.
   */
  private static final int MOST_CHARACTERS = 21_000;

  private TextLiterals() {}

  /** The text as one literal, however long it is: annotations take nothing else. */
  public static String constant(String text) {
    return quoted(text);
  }

  /** The text as an ordinary literal. */
  public static String of(String text) {
    return text.length() > MOST_CHARACTERS ? pieces(text) : quoted(text);
  }

  /** The text as a literal: a text block if it has several lines, else an ordinary string. */
  public static String block(String text) {
    return block(text, Integer.MAX_VALUE);
  }

  /**
   * The same with the lines of a text block broken after spaces, where that can be.
   *
   * @param width the length of the longest line that stays as it is
   */
  public static String block(String text, int width) {
    if (text.length() > MOST_CHARACTERS) {
      return pieces(text);
    }
    boolean oneLine = !text.contains("\n") || text.indexOf('\n') == text.length() - 1;
    return oneLine || hasOddSpace(text) ? quoted(text) : lines(text, width);
  }

  /** Text blocks lose such characters at the ends of lines. */
  private static boolean hasOddSpace(String text) {
    return text.chars()
        .anyMatch(c -> c > 0x7e && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }

  /** Several constants, joined at run time: {@code concat} keeps the compiler from joining them. */
  private static String pieces(String text) {
    StringBuilder literal = new StringBuilder();
    int start = 0;
    while (start < text.length()) {
      int end = Math.min(text.length(), start + MOST_CHARACTERS);
      String piece = quoted(text.substring(start, end));
      literal.append(start == 0 ? piece : ".concat(" + piece + ")");
      start = end;
    }
    return literal.toString();
  }

  private static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      literal.append(c == '\n' ? "\\n" : followsSurrogate(text, i) ? "\\134" : escape(c));
    }
    return literal.append('"').toString();
  }

  /** Some compilers count backslashes wrongly after the escape of half a surrogate pair. */
  private static boolean followsSurrogate(String text, int index) {
    return text.charAt(index) == '\\' && index > 0 && Character.isSurrogate(text.charAt(index - 1));
  }

  private static String lines(String text, int width) {
    StringBuilder literal = new StringBuilder("\"\"\"\n");
    int line = literal.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // At the end of the text a backslash follows, which keeps a space as well.
      boolean endsLine = i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n') {
        breakUp(line, width, literal);
        literal.append(c);
        line = literal.length();
      } else if (c == ' ' && endsLine) {
        literal.append("\\s");
      } else if (c == '"') {
        // Only three in a row would end the block; alone they read better as they are.
        literal.append(text.startsWith("\"\"", i + 1) || i + 1 == text.length() ? "\\\"" : "\"");
      } else {
        literal.append(followsSurrogate(text, i) ? "\\134" : escape(c));
      }
    }
    if (!text.endsWith("\n")) {
      breakUp(line, width, literal);
      literal.append("\\\n");
    }
    return literal.append("\"\"\"").toString();
  }

  /** Breaks a line that is too long, after spaces; the text stays the same. */
  private static void breakUp(int start, int width, StringBuilder literal) {
    int from = start;
    while (literal.length() - from > width) {
      int space = literal.lastIndexOf(" ", from + width - 2);
      while (space > from && literal.charAt(space + 1) == ' ') {
        space = literal.lastIndexOf(" ", space - 1); // A line must not begin with one.
      }
      if (space <= from || literal.substring(from, space).isBlank()) {
        return;
      }
      literal.insert(space + 1, "\\\n");
      from = space + 3;
    }
  }

  /** A character as a literal. */
  public static String character(char c) {
    return "'" + (c == '\'' ? "\\'" : c == '"' ? "\"" : c == '\n' ? "\\n" : escape(c)) + "'";
  }

  private static String escape(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      case '\f' -> "\\f";
      case '\b' -> "\\b";
      default -> {
        if (c < ' ') {
          yield String.format(Locale.ROOT, "\\%03o", (int) c);
        }
        yield c > '~' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
      }
    };
  }
}
