package io.stepwright.cache;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Folds the initial capital of words whose case carries no meaning: the first word of the text, and
 * function words. Elsewhere a capital may make a word a name (Turkey), a unit (Mm) or a code. Such
 * a word consists of letters (and possibly an apostrophe), has no other capital letter and stands
 * between spaces, with or without punctuation around it. Of single letters, only the {@code I} of
 * "can I" and the like is folded. A word after a number may be a unit and keeps its case.
 */
final class WordCase {

  private static final String OPENING = "\"'([{\u00AB\u00BF\u00A1\u201A\u2039";
  private static final String CLOSING = "\"')]}\u00BB\u203A.,;:!?\u2026";

  /** Shorter words at the beginning of a text may be units and signs: Mg, Co. */
  private static final int SHORTEST = 3;

  /** Words that are never names, units or signs, some of which begin sentences within a text. */
  private static final Set<String> LITTLE =
      Set.of(
          "a", "about", "after", "also", "an", "and", "any", "are", "at", "be", "been", "before",
          "but", "by", "can", "can't", "cannot", "could", "did", "do", "does", "don't", "for",
          "from", "had", "has", "have", "he", "her", "here", "his", "how", "if", "in", "into", "is",
          "isn't", "its", "my", "not", "of", "on", "or", "our", "over", "please", "she", "should",
          "than", "thanks", "that", "the", "their", "them", "then", "there", "these", "they",
          "this", "those", "to", "under", "was", "we", "were", "what", "when", "where", "which",
          "why", "with", "without", "won't", "would", "you", "your");

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
      int end = endOfWord(text, start);
      int first = firstOfWord(text, start, end, start == 0);
      if (first >= 0 && !hasDigit(text, before, start)) {
        folded = folded == null ? new StringBuilder(text) : folded;
        folded.setCharAt(first, Character.toLowerCase(text.charAt(first)));
      }
      before = start;
      start = end + 1;
    }
    return folded == null ? text : folded.toString();
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\n' || character == '\t';
  }

  /**
   * Tells whether the case of a word carries no meaning: it begins the text, or is no name and no
   * unit.
   */
  private static boolean isNeutral(String text, int first, int last, int letters, boolean opens) {
    String word = text.substring(first, last).toLowerCase(Locale.ROOT);
    boolean latin = Character.UnicodeScript.of(text.charAt(first)) != Character.UnicodeScript.GREEK;
    return (opens && letters >= SHORTEST && latin) || LITTLE.contains(word);
  }

  /** Tells whether a word holds a digit or a number: the next word may be a unit, as Mg and mg. */
  private static boolean hasDigit(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      char character = text.charAt(at);
      if (Character.isDigit(character) || Character.getType(character) == Character.OTHER_NUMBER) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether a letter is the I of "can I": any other single letter may be a name or a sign.
   */
  private static boolean isPronoun(String text, int first, int start, int end) {
    if (text.charAt(first) != 'I' || end - start != 1 || start < 2) {
      return false;
    }
    int before = start - 1;
    while (before > 0 && !isSpace(text.charAt(before - 1))) {
      before--;
    }
    return BEFORE_PRONOUN.contains(text.substring(before, start - 1).toLowerCase(Locale.ROOT));
  }

  /** Returns the index of the capital letter of a word whose case does not matter, or -1. */
  private static int firstOfWord(String text, int start, int end, boolean opens) {
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
    boolean folds =
        letters > 1
            ? isNeutral(text, first, last, letters, opens)
            : isPronoun(text, first, start, end);
    return folds ? first : -1;
  }

  /** Tells whether a character is a capital letter with a one-to-one lower-case form. */
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
