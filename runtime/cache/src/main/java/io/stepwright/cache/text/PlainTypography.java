package io.stepwright.cache.text;

import org.jspecify.annotations.Nullable;

/**
 * Replaces typographic variants of characters by those of a keyboard: full-width forms of ASCII,
 * the ligatures ff, fi, fl, ffi and ffl, quotation marks, apostrophes, dashes and minus signs.
 */
public final class PlainTypography {

  private static final char FULL_WIDTH_FIRST = '\uFF01';
  private static final char FULL_WIDTH_LAST = '\uFF5E';
  private static final char LIGATURES_FIRST = '\uFB00';
  private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl"};

  private PlainTypography() {}

  /** Returns the text with plain characters; the given object if it has no others. */
  public static String plain(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      String other = character > '~' ? other(character) : null;
      if (other != null && plain == null) {
        plain = new StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (plain != null) {
        if (other == null) {
          plain.append(character);
        } else {
          plain.append(other);
        }
      }
    }
    return plain == null ? text : plain.toString();
  }

  private static @Nullable String other(char character) {
    if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
      return Character.toString((char) (character - FULL_WIDTH_FIRST + '!'));
    }
    int ligature = character - LIGATURES_FIRST;
    if (ligature >= 0 && ligature < LIGATURES.length) {
      return LIGATURES[ligature];
    }
    return switch (character) {
      case '\u2018', '\u2019', '\u201B', '\u02BC', '\u2032' -> "'";
      case '\u201C', '\u201D', '\u201E', '\u201F' -> "\"";
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> "-";
      default -> null;
    };
  }
}
