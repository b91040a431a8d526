package io.stepwright.cache.guard;

/**
 * A word of a text, or a sign that stands for one, such as {@code $} or {@code %}. Immutable.
 *
 * @param text in lower case, without the ending of a possessive
 * @param stem the text without inflection; the same for all forms of a word
 * @param shape how it is written
 * @param opens whether it opens a sentence, where every word has a capital letter
 * @param quoted whether it stands in quotation marks
 * @param joined whether a hyphen joins it to the word before
 * @param owner whether it is a possessive
 * @param apart whether punctuation stands between it and the word before
 */
record Word(
    String text,
    String stem,
    Shape shape,
    boolean opens,
    boolean quoted,
    boolean joined,
    boolean owner,
    boolean apart) {

  /** How a word is written. */
  enum Shape {
    /** In lower case. */
    PLAIN,
    /** With a capital letter first. */
    CAPITAL,
    /** With capital letters only, two or more. */
    ACRONYM,
    /** With a capital letter after a small one, or with an underscore, a point or the like. */
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
