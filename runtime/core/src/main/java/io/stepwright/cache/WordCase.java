package io.stepwright.cache;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Writes words without the capital letter that they may begin with. Only a word that is all letters
 * (an apostrophe may be among them), has no other capital letter and stands between spaces, with or
 * without punctuation around it, has its case folded: in {@code aB3xQ}, {@code -X}, {@code PIN} or
 * {@code Main.java} it carries meaning. Of single letters this is only the {@code I} of "can I" and
 * the like. A word after a number may be a unit and keeps its case.
 */
final class WordCase {

  private static final String OPENING = "\"'([{\u00AB\u00BF\u00A1\u201A\u2039";
  private static final String CLOSING = "\"')]}\u00BB\u203A.,;:!?\u2026";

  private static final Set<String> BEFORE_PRONOUN =
      Set.of(
          "am", "can", "could", "did", "do", "had", "have", "may", "might", "must", "shall",
          "should", "was", "will", "would");

  private WordCase() {}

  /** Folds a text whose white space is single spaces. */
  static String fold(String text) {
    StringBuilder folded = null;
    int before = 0;
    for (int start = 0; start < text.length(); ) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      int first = firstOfWord(text, start, end);
      if (first >= 0 && !hasDigit(text, before, start)) {
        folded = folded == null ? new StringBuilder(text) : folded;
        folded.setCharAt(first, Character.toLowerCase(text.charAt(first)));
      }
      before = start;
      start = end + 1;
    }
    return folded == null ? text : folded.toString();
  }

  /** Whether a word holds a digit or a number: what follows may be a unit, as Mg and mg. */
  private static boolean hasDigit(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      char character = text.charAt(at);
      if (Character.isDigit(character) || Character.getType(character) == Character.OTHER_NUMBER) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is the I of "can I": any other single letter may be a name or a sign. */
  private static boolean isPronoun(String text, int first, int start, int end) {
    if (text.charAt(first) != 'I' || end - start != 1 || start < 2) {
      return false;
    }
    int before = text.lastIndexOf(' ', start - 2) + 1;
    return BEFORE_PRONOUN.contains(text.substring(before, start - 1).toLowerCase(Locale.ROOT));
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
    return letters > 1 || isPronoun(text, first, start, end) ? first : -1;
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
