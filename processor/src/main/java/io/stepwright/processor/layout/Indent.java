package io.stepwright.processor.layout;

import org.jspecify.annotations.Nullable;

/**
 * Columns by which a level is indented.
 *
 * @param tag if not null, the columns count only where its break begins a line
 * @param otherwise the columns where it does not
 */
record Indent(int columns, @Nullable BreakTag tag, int otherwise) {

  static final Indent NONE = of(0);

  static Indent of(int columns) {
    return new Indent(columns, null, 0);
  }

  /** Four columns if a break begins a line, else some other number. */
  static Indent ifBroken(BreakTag tag, int otherwise) {
    return new Indent(4, tag, otherwise);
  }

  int value() {
    return tag == null || tag.isBroken() ? columns : otherwise;
  }
}
