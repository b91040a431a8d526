package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Break;
import io.stepwright.processor.layout.Op.Close;
import io.stepwright.processor.layout.Op.Fill;
import io.stepwright.processor.layout.Op.Open;
import io.stepwright.processor.layout.Op.Sequence;
import io.stepwright.processor.layout.Op.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Builds levels from a stream of pieces. Text is added to the level of the last break, even if that
 * level is closed, because a closing bracket or a semicolon must fit on the line of the text that
 * it closes.
 */
final class LevelBuilder {

  private final Deque<Level> open = new ArrayDeque<>(64);
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
    List<Op> list = ops.list();
    for (int i = 0; i < list.size(); i++) {
      Op op = list.get(i);
      if (op instanceof Text text) {
        add(text);
      } else if (op instanceof Open level) {
        open.push(new Level(level.indent()));
      } else if (op instanceof Close) {
        close();
      } else if (op instanceof Break brk) {
        add(brk);
      } else if (op instanceof Sequence sequence) {
        addAll(sequence.ops());
      }
    }
  }

  private void add(Text text) {
    if (!afterNewLine || !text.text().equals(" ")) {
      ofLastBreak.add(text);
      afterNewLine = false;
    }
  }

  private void add(Break brk) {
    boolean space = brk.flat().equals(" ") && brk.indent() == 0;
    if (!afterNewLine || !space) {
      ofLastBreak = open.element();
      ofLastBreak.add(brk);
      afterNewLine = brk.fill() == Fill.FORCED;
    }
  }

  private void close() {
    Level closed = open.pop();
    if (!closed.docs().isEmpty()) {
      open.element().add(closed);
    }
    afterNewLine = false;
  }
}
