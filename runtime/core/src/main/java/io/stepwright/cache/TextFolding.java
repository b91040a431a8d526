package io.stepwright.cache;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes texts equal that differ only in how they are written: in case, in white space, in
 * typographic variants of a character and in punctuation around them.
 *
 * <p>Compatibility forms are folded with Unicode normalisation form KC (Unicode Standard Annex 15).
 * No digit and no word is ever dropped, and signs that carry meaning stay: {@code -5}, {@code $5},
 * {@code 5%}, {@code C++}, {@code O-}, {@code .NET}, {@code :(}. Inner punctuation stays as it is.
 * When in doubt two texts stay different: that costs a call, the opposite an answer.
 */
public final class TextFolding {

  /** Changes whenever the same text may fold to something else; part of every exact key. */
  public static final int VERSION = 1;

  private TextFolding() {}

  /**
   * Folds a text. Folding a folded text changes nothing.
   *
   * @param text any text, also an empty one
   * @return the text in lower case, without white space and punctuation around it; if it holds
   *     nothing but punctuation, that is kept
   */
  public static String fold(String text) {
    String same = Normalizer.normalize(keepSigns(text), Normalizer.Form.NFKC);
    // Lower case can take a text out of its normal form: a capital I with a dot becomes two
    // characters.
    String lower = Normalizer.normalize(same.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    return OuterPunctuation.strip(foldSpace(lower));
  }

  /** Writes out what form KC would lose, and drops what is not seen. */
  private static String keepSigns(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    int before = ' ';
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (isInvisible(character)) {
        continue;
      }
      // Form KC would make 10² and 102 the same, and 1½ and 11/2.
      if (isSuperscript(character)) {
        folded.append(isSuperscript(before) ? "" : "^");
      } else if ((isNumberSign(character) && isNumeric(before))
          || (isNumeric(character) && isNumberSign(before))) {
        folded.append(' ');
      }
      folded.appendCodePoint(character);
      before = character;
    }
    return folded.toString();
  }

  private static char plain(char character) {
    return switch (character) {
      case '\u2018', '\u2019', '\u201B', '\u02BC', '\u2032' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      default -> character;
    };
  }

  /** Characters that are not seen and say nothing; those that join emoji or letters do. */
  private static boolean isInvisible(int character) {
    return character == '\u00AD'
        || character == '\u200B'
        || character == '\u200E'
        || character == '\u200F'
        || (character >= '\u202A' && character <= '\u202E')
        || character == '\u2060'
        || (character >= '\u2066' && character <= '\u2069')
        || character == '\uFEFF';
  }

  private static boolean isSuperscript(int character) {
    return character == '\u00B2'
        || character == '\u00B3'
        || character == '\u00B9'
        || character == '\u2070'
        || (character >= '\u2074' && character <= '\u2079');
  }

  private static boolean isNumberSign(int character) {
    return Character.getType(character) == Character.OTHER_NUMBER;
  }

  private static boolean isNumeric(int character) {
    return Character.isDigit(character) || isNumberSign(character);
  }

  private static String foldSpace(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (Character.isWhitespace(character)
          || Character.isSpaceChar(character)
          || Character.isISOControl(character)) {
        space = true;
        continue;
      }
      if (space && !folded.isEmpty()) {
        folded.append(' ');
      }
      space = false;
      folded.append(plain(character));
    }
    return folded.toString();
  }
}
