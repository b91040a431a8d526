package io.stepwright.processor.layout;

/**
 * A token of Java source.
 *
 * @param start the index of its first character
 * @param comments the comments before it, as they are written; empty if there are none
 * @param afterBlankLine true if a blank line comes before the token or its comments
 */
record Token(Kind kind, String text, int start, String comments, boolean afterBlankLine) {

  enum Kind {
    WORD,
    LITERAL,
    SYMBOL,
    END
  }

  boolean isText() {
    return text.startsWith("\"");
  }

  int end() {
    return start + text.length();
  }

  /** Returns the index at which the token begins, including its comments. */
  int startWithComments(String source) {
    return comments.isEmpty() ? start : source.lastIndexOf(comments, start);
  }
}
