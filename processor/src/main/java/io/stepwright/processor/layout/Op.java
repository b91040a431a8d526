package io.stepwright.processor.layout;

import org.jspecify.annotations.Nullable;

/** A piece of a layout: text, a break, or the begin or end of a level. */
sealed interface Op {

  /** The width of text that fits on no line. */
  int ENDLESS = 1000;

  /** The rule by which a break begins a line. */
  enum Fill {
    /** Begins a line if its level does not fit on one line. */
    UNIFIED,
    /** Begins a line if the text up to the next break does not fit on the current line. */
    INDEPENDENT,
    /** Always begins a line. */
    FORCED
  }

  /** Begins a level. */
  record Open(Indent indent) implements Op {}

  /** Ends a level. */
  record Close() implements Op {}

  /** Pieces in sequence. */
  record Sequence(Ops ops) implements Op {}

  /** A token, a space, or source that is copied unchanged. */
  record Text(String text) implements Op, Doc {

    static final Text SPACE = new Text(" ");

    @Override
    public int width() {
      return text.indexOf('\n') < 0 ? text.length() : ENDLESS;
    }
  }

  /**
   * A position at which a line may begin.
   *
   * @param flat the text that is written if no line begins
   * @param indent the columns that are added to the indentation of the level
   * @param tag records whether the break began a line, or null
   * @param blankLine true if a blank line comes before the new line
   */
  record Break(Fill fill, String flat, int indent, @Nullable BreakTag tag, boolean blankLine)
      implements Op, Doc {

    @Override
    public int width() {
      return fill == Fill.FORCED ? ENDLESS : flat.length();
    }
  }
}
