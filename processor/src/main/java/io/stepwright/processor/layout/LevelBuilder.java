package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Break;
import io.stepwright.processor.layout.Op.Close;
import io.stepwright.processor.layout.Op.Fill;
import io.stepwright.processor.layout.Op.Open;
import io.stepwright.processor.layout.Op.Sequence;
import io.stepwright.processor.layout.Op.Text;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes levels of a stream. Text goes to the level of the last break, even if that is closed: a
 * closing bracket or a semicolon must fit on the line of what it closes.
 */
final class LevelBuilder {

  private final Deque<Level> open = new ArrayDeque<>();
  private Level ofLastBreak;
  private boolean afterNewLine;

  private LevelBuilder(Level root) {
    this.open.push(root);
    this.ofLastBreak = root;
  }

  static Level build(Ops ops) {
    Level root = new Level(Indent.NONE);
    new LevelBuilder(root).addAll(ops);
    return root;
  }

  private void addAll(Ops ops) {
    for (Op op : ops.list()) {
      if (op instanceof Sequence sequence) {
        addAll(sequence.ops());
      } else if (!(afterNewLine && isSpace(op))) {
        add(op);
      }
    }
  }

  private void add(Op op) {
    if (op instanceof Open level) {
      open.push(new Level(level.indent()));
      return;
    }
    if (op instanceof Close) {
      Level closed = open.pop();
      open.element().add(closed);
    } else if (op instanceof Break brk) {
      ofLastBreak = open.element();
      ofLastBreak.add(brk);
    } else if (op instanceof Text text) {
      ofLastBreak.add(text);
    }
    afterNewLine = op instanceof Break brk && brk.fill() == Fill.FORCED;
  }

  private static boolean isSpace(Op op) {
    return op instanceof Text text
        ? text.text().equals(" ")
        : op instanceof Break brk && brk.flat().equals(" ") && brk.indent() == 0;
  }
}
