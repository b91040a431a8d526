package io.stepwright.processor.layout;

import java.util.List;

/**
 * An expression that has been read.
 *
 * @param isText true if it is a string literal, or a sum of string literals
 * @param isFormat true if it is a text with a placeholder such as {@code %s}
 */
record Expression(Ops ops, boolean isText, boolean isFormat) {

  private static final int SHORT = 10;

  static Expression of(Ops ops) {
    return new Expression(ops, false, false);
  }

  /** Returns whether all expressions are short. */
  static boolean areShort(List<Expression> expressions) {
    for (Expression expression : expressions) {
      if (!expression.isShort()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether the expression is so short that a line may hold several of them when a list is
   * broken.
   */
  boolean isShort() {
    return ops.width() < SHORT;
  }
}
