package io.stepwright.cache;

import java.text.Normalizer;

/**
 * Writes words without the capital letter that they may begin with. Only a word that is all letters
 * (an apostrophe may be among them), has no other capital letter and stands between spaces, with or
 * without punctuation around it, has its case folded: in {@code aB3xQ}, {@code -X}, {@code PIN} or
 * {@code Main.java} it carries meaning. Of single letters these are only {@code I}, and {@code A}
 * where the text begins.
 */
final class WordCase {

  private static final String OPENING = "\"'([{\u00AB\u00BF\u00A1\u201A\u2039";
  private static final String CLOSING = "\"')]}\u00BB\u203A.,;:!?\u2026";

  private WordCase() {}

  /** Folds a text whose white space is single spaces. */
  static String fold(String text) {
    StringBuilder folded = null;
    for (int start = 0; start < text.length(); ) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      int first = firstOfWord(text, start, end);
      if (first >= 0) {
        folded = folded == null ? new StringBuilder(text) : folded;
        folded.setCharAt(first, Character.toLowerCase(text.charAt(first)));
      }
      start = end + 1;
    }
    return folded == null ? text : folded.toString();
  }

  /** Where the capital letter of a word stands whose case does not matter, or -1. */
  private static int firstOfWord(String text, int start, int end) {
    int first = start;
    int last = end;
    while (first < last && OPENING.indexOf(text.charAt(first)) >= 0) {
      first++;
    }
    while (first < last && CLOSING.indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    if (first == last || !hasSmallLetter(text.charAt(first))) {
      return -1;
    }
    int letters = 1;
    boolean plain = text.charAt(first) < 0x80;
    for (int i = first + 1; i < last; i++) {
      char character = text.charAt(i);
      plain &= character < 0x80;
      if (isSmallOrMark(character)) {
        letters++;
      } else if (character != '\'' || i + 1 == last || !isSmallOrMark(text.charAt(i + 1))) {
        return -1;
      }
    }
    if (!plain && !Normalizer.isNormalized(text.substring(first, last), Normalizer.Form.NFKC)) {
      return -1; // With a superscript letter or the like it is a formula.
    }
    char letter = text.charAt(first);
    return letters > 1 || letter == 'I' || (letter == 'A' && start == 0) ? first : -1;
  }

  /** Whether it is a capital letter of exactly one small letter, whose only capital it is. */
  private static boolean hasSmallLetter(char character) {
    if (Character.getType(character) != Character.UPPERCASE_LETTER) {
      return false;
    }
    char small = Character.toLowerCase(character);
    return small != character && Character.toUpperCase(small) == character;
  }

  private static boolean isSmallOrMark(char character) {
    return switch (Character.getType(character)) {
      case Character.LOWERCASE_LETTER, Character.OTHER_LETTER, Character.NON_SPACING_MARK -> true;
      default -> false;
    };
  }
}
