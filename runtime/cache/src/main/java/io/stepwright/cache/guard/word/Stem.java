package io.stepwright.cache.guard.word;

/**
 * Removes regular inflections of English words, so that all forms of a word are equal. The stem
 * need not be a word. Deliberately much lighter than Porter's stemmer: it never merges words of
 * different meaning that share a root.
 */
public final class Stem {

  private Stem() {}

  public static String of(String word) {
    if (word.length() <= 3 || !isLetter(word.charAt(word.length() - 1))) {
      return word;
    }
    String stem = withoutPlural(word);
    stem = withoutTense(stem);
    int length = stem.length();
    if (length > 3 && stem.charAt(length - 1) == 'e') {
      stem = stem.substring(0, length - 1);
    } else if (length > 3 && stem.charAt(length - 1) == stem.charAt(length - 2)) {
      stem = stem.substring(0, length - 1);
    }
    return stem;
  }

  private static String withoutPlural(String word) {
    int length = word.length();
    if (word.charAt(length - 1) != 's') {
      return word;
    }
    if (word.endsWith("ies") && length > 4) {
      return word.substring(0, length - 3) + "y";
    }
    if (word.endsWith("sses")
        || word.endsWith("shes")
        || word.endsWith("ches")
        || word.endsWith("xes")) {
      return word.substring(0, length - 2);
    }
    char before = word.charAt(length - 2);
    return before == 's' || before == 'u' || before == 'i' ? word : word.substring(0, length - 1);
  }

  private static String withoutTense(String word) {
    if (word.endsWith("ied") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("ing")) {
      return cut(word, 3);
    }
    return word.endsWith("ed") && !word.endsWith("eed") ? cut(word, 2) : word;
  }

  /**
   * Removes an ending. Short words, and those without another vowel, only look inflected: bring,
   * string, bed.
   */
  private static String cut(String word, int ending) {
    int length = word.length() - ending;
    if (length < 3) {
      return word;
    }
    for (int i = 0; i < length; i++) {
      if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
        return word.substring(0, length);
      }
    }
    return word;
  }

  private static boolean isLetter(char character) {
    return character >= 'a' && character <= 'z';
  }
}
