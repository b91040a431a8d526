package io.stepwright.processor.layout;

import org.jspecify.annotations.Nullable;

/**
 * The indentation of a level in columns.
 *
 * @param columns the columns
 * @param tag the break that must begin a line for {@code columns} to apply; null if they always
 *     apply
 * @param otherwise the columns if that break does not begin a line
 */
record Indent(int columns, @Nullable BreakTag tag, int otherwise) {

  static final Indent NONE = of(0);

  static Indent of(int columns) {
    return new Indent(columns, null, 0);
  }

  /** Returns an indent of four columns if the break begins a line, otherwise of other columns. */
  static Indent ifBroken(BreakTag tag, int otherwise) {
    return new Indent(4, tag, otherwise);
  }

  int value() {
    return tag == null || tag.isBroken() ? columns : otherwise;
  }
}
