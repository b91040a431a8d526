package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Break;
import io.stepwright.processor.layout.Op.Close;
import io.stepwright.processor.layout.Op.Fill;
import io.stepwright.processor.layout.Op.Open;
import io.stepwright.processor.layout.Op.Sequence;
import io.stepwright.processor.layout.Op.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of pieces, in the order of the source. */
final class Ops {

  private static final Close CLOSE = new Close();
  private static final Break FORCED = new Break(Fill.FORCED, "", 0, null, false);
  private static final Break BLANK_LINE = new Break(Fill.FORCED, "", 0, null, true);

  private final List<Op> list = new ArrayList<>(8);
  private int width;

  List<Op> list() {
    return list;
  }

  /** Returns the width in columns on one line, at most {@link Op#ENDLESS}. */
  int width() {
    return width;
  }

  Ops open(int columns) {
    return open(Indent.of(columns));
  }

  Ops open(Indent indent) {
    list.add(new Open(indent));
    return this;
  }

  Ops close() {
    list.add(CLOSE);
    return this;
  }

  Ops text(String text) {
    return add(new Text(text), text.indexOf('\n') < 0 ? text.length() : Op.ENDLESS);
  }

  Ops space() {
    return add(Text.SPACE, 1);
  }

  Ops add(Ops ops) {
    return switch (ops.list.size()) {
      case 0 -> this;
      case 1 -> add(ops.list.get(0), ops.width);
      default -> add(new Sequence(ops), ops.width);
    };
  }

  /** Adds a break that begins a line if its level does not fit on one line. */
  Ops unified(String flat) {
    return brk(Fill.UNIFIED, flat, 0, null);
  }

  /** Adds a break that begins a line if the text up to the next break does not fit. */
  Ops filled(String flat) {
    return brk(Fill.INDEPENDENT, flat, 0, null);
  }

  Ops brk(Fill fill, String flat, int indent, @Nullable BreakTag tag) {
    Break op = new Break(fill, flat, indent, tag, false);
    return add(op, op.width());
  }

  Ops newLine(boolean afterBlankLine) {
    return add(afterBlankLine ? BLANK_LINE : FORCED, Op.ENDLESS);
  }

  private Ops add(Op op, int columns) {
    list.add(op);
    width = Math.min(Op.ENDLESS, width + columns);
    return this;
  }
}
