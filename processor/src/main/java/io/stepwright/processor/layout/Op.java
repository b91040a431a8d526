package io.stepwright.processor.layout;

import org.jspecify.annotations.Nullable;

/** A piece of a layout: text, a place where a line may begin, or a bracket around such pieces. */
sealed interface Op {

  /** The width of what does not fit on any line. */
  int ENDLESS = 1000;

  /** When a break begins a line. */
  enum Fill {
    /** When the level does not fit on one line. */
    UNIFIED,
    /** When what follows it does not fit on the line. */
    INDEPENDENT,
    /** Always. */
    FORCED
  }

  /** Begins a level. */
  record Open(Indent indent) implements Op {}

  /** Ends a level. */
  record Close() implements Op {}

  /** Pieces one after another. */
  record Sequence(Ops ops) implements Op {}

  /** A token, a space, or source that is written as it is. */
  record Text(String text) implements Op, Doc {

    static final Text SPACE = new Text(" ");

    @Override
    public int width() {
      return text.indexOf('\n') < 0 ? text.length() : ENDLESS;
    }
  }

  /**
   * A place where a line may begin.
   *
   * @param flat the text if none begins
   * @param indent the columns to add to those of the level
   * @param blankLine whether an empty line comes first
   */
  record Break(Fill fill, String flat, int indent, @Nullable BreakTag tag, boolean blankLine)
      implements Op, Doc {

    @Override
    public int width() {
      return fill == Fill.FORCED ? ENDLESS : flat.length();
    }
  }
}
