package io.stepwright.cache.guard.word;

import io.stepwright.cache.text.PlainTypography;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Consumer;

/** Splits a text into words and signs, each with the marks on it. */
public final class Pieces {

  private Pieces() {}

  /**
   * Passes the words and signs of a text to a consumer, in normalisation form C and with their
   * case. A word has letters, digits and characters that join them; the hyphen or slash of an
   * option such as -x is part of it, and so is the exclamation mark of a negation such as !x.
   */
  public static void of(String text, Consumer<String> pieces) {
    String plain = PlainTypography.plain(Normalizer.normalize(text, Normalizer.Form.NFC));
    int at = 0;
    while (at < plain.length()) {
      int start = at;
      int character = plain.codePointAt(at);
      at += Character.charCount(character);
      if (isWordPart(character)) {
        at = endOfWord(plain, at);
        boolean option = start > 0 && (isOption(plain, start) || isNegated(plain, start));
        pieces.accept(plain.substring(option ? start - 1 : start, at));
      } else if (!Character.isWhitespace(character) && !Character.isSpaceChar(character)) {
        int end = endOfMarks(plain, at);
        // Punctuation without marks is read as it is.
        if (end > at || isSign(character)) {
          pieces.accept(plain.substring(start, end));
        }
        at = end;
      }
    }
  }

  /**
   * Returns the form of a piece for an embedder that ignores case, marks and variant forms of
   * characters.
   */
  public static String read(String piece) {
    String parts = Normalizer.normalize(piece, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder read = new StringBuilder(parts.length());
    for (int at = 0; at < parts.length(); ) {
      int character = parts.codePointAt(at);
      at += Character.charCount(character);
      if (!isMark(character) && character != '!') {
        read.appendCodePoint(character);
      }
    }
    return Stem.of(read.toString());
  }

  private static int endOfWord(String text, int start) {
    int at = start;
    while (at < text.length() && isWordPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int endOfMarks(String text, int start) {
    int at = start;
    while (at < text.length() && isMark(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isOption(String text, int start) {
    char sign = text.charAt(start - 1);
    return (sign == '-' || sign == '/')
        && (start == 1 || text.charAt(start - 2) == ' ' || text.charAt(start - 2) == '-');
  }

  private static boolean isNegated(String text, int start) {
    return text.charAt(start - 1) == '!'
        && (start == 1 || " (!".indexOf(text.charAt(start - 2)) >= 0);
  }

  private static boolean isWordPart(int character) {
    return Character.isLetterOrDigit(character)
        || isMark(character)
        || isNumber(character)
        || Character.getType(character) == Character.COMBINING_SPACING_MARK
        || character == '_';
  }

  /** Matches superscripts, fractions and Roman numerals. */
  private static boolean isNumber(int character) {
    int type = Character.getType(character);
    return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
  }

  private static boolean isSign(int character) {
    return switch (Character.getType(character)) {
      case Character.MATH_SYMBOL, Character.OTHER_SYMBOL -> true;
      default -> false;
    };
  }

  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }
}
