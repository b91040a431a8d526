package io.stepwright.processor.layout;

import java.util.List;

/**
 * An expression that was read.
 *
 * @param isText whether it is a string literal, or a sum of such
 * @param isFormat whether that has a place for an argument, as {@code %s}
 */
record Expression(Ops ops, boolean isText, boolean isFormat) {

  private static final int SHORT = 10;

  static Expression of(Ops ops) {
    return new Expression(ops, false, false);
  }

  /** Whether each of them is. */
  static boolean areShort(List<Expression> expressions) {
    for (Expression expression : expressions) {
      if (!expression.isShort()) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is so short that several may stand on a line when others need the next. */
  boolean isShort() {
    return ops.width() < SHORT;
  }
}
