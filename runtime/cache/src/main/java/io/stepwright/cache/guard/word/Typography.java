package io.stepwright.cache.guard.word;

import java.text.Normalizer;

/**
 * Replaces typographic variants by plain characters: straight quotation marks, hyphens, ASCII
 * digits.
 */
public final class Typography {

  private Typography() {}

  public static String plain(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length() + 4);
    int before = ' ';
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      // Normalisation would make 1½ equal to 11/2, and № 5 the negation "no 5".
      if ((isNumberSign(character) && isNumeric(before))
          || (isNumeric(character) && isNumberSign(before))) {
        plain.append(' ');
      }
      plain.appendCodePoint(
          switch (character) {
            case '\u2116' -> '#';
            case '\u00B4' -> '\'';
            default -> character;
          });
      before = character;
    }
    return replace(Normalizer.normalize(plain, Normalizer.Form.NFKC));
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~' || text.charAt(i) == '`') {
        return false;
      }
    }
    return true;
  }

  private static String replace(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '`' -> plain.append(isInWord(text, i) ? '\'' : '`');
        case '\u2018', '\u2019', '\u201B', '\u02BC', '\u2032' -> plain.append('\'');
        case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB' -> plain.append('"');
        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> plain.append('-');
        case '\u2014', '\u2015' -> plain.append(" - ");
        case '\u2044' -> plain.append('/');
        case '\u00AD', '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF' -> {}
        default ->
            plain.append(
                character > '~' && Character.isDigit(character)
                    ? (char) ('0' + Character.digit(character, 10))
                    : character);
      }
    }
    return plain.toString();
  }

  /** Tells whether a backtick is an apostrophe, as in don`t. */
  private static boolean isInWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at + 1));
  }

  private static boolean isNumberSign(int character) {
    return character > '~' && Character.getType(character) == Character.OTHER_NUMBER;
  }

  private static boolean isNumeric(int character) {
    return Character.isDigit(character) || isNumberSign(character);
  }
}
