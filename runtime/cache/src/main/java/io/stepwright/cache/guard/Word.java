package io.stepwright.cache.guard;

/**
 * A word of a text, or a sign that stands for one, such as {@code $} or {@code %}. Immutable.
 *
 * @param text the text in lower case, without the ending of a possessive
 * @param stem the text without inflection; the same for all forms of a word
 * @param shape the use of capital letters
 * @param startsSentence true if it begins a sentence, where every word has a capital letter
 * @param quoted true if it stands in quotation marks
 * @param joined true if a hyphen joins it to the word before
 * @param possessive true if it is a possessive
 * @param afterPunctuation true if punctuation stands between it and the word before
 */
record Word(
    String text,
    String stem,
    Shape shape,
    boolean startsSentence,
    boolean quoted,
    boolean joined,
    boolean possessive,
    boolean afterPunctuation) {

  /** The use of capital letters in a word. */
  enum Shape {
    /** In lower case. */
    PLAIN,
    /** With an initial capital letter. */
    CAPITAL,
    /** With capital letters only, two or more. */
    ACRONYM,
    /** With a capital letter after a lower-case one, or with an underscore, a point or the like. */
    MIXED,
    /** A sign. */
    SIGN
  }

  boolean is(String other) {
    return text.equals(other);
  }

  boolean startsWithDigit() {
    char first = text.charAt(0);
    return isDigit(first)
        || (text.length() > 1 && (first == '-' || first == '.') && isDigit(text.charAt(1)))
        || (text.length() > 2 && first == '-' && text.charAt(1) == '.');
  }

  boolean hasDigit() {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
