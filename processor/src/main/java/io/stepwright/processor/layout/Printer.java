package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Break;
import io.stepwright.processor.layout.Op.Fill;
import io.stepwright.processor.layout.Op.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints levels in linear time. A level that fits on the line is printed as it is; otherwise its
 * breaks begin lines. The algorithm follows Oppen, "Prettyprinting" (TOPLAS 1980), and Wadler, "A
 * prettier printer" (1998), with the levels and kinds of break of google-java-format.
 */
final class Printer {

  private static final int LINE_WIDTH = 100;

  private final LineWriter out = new LineWriter();

  private Printer() {}

  static String print(Ops ops) {
    Printer printer = new Printer();
    printer.level(LevelBuilder.build(ops), 0, 0);
    return printer.out.text();
  }

  /** Prints a node; returns the column after it. */
  private int print(Doc doc, int indent, int column) {
    if (doc instanceof Level level) {
      return level(level, indent, column);
    }
    Text text = (Text) doc;
    out.write(text.text());
    return column + text.width();
  }

  private int level(Level level, int indent, int column) {
    if (column + level.width() <= LINE_WIDTH) {
      flat(level);
      return column + level.width();
    }
    return broken(level.docs(), indent + level.indent(), column);
  }

  private int broken(List<Doc> docs, int indent, int column) {
    int now = column;
    int next = 0;
    boolean lastWasTooWide = false;
    Break before = null;
    while (true) {
      int end = next;
      int width = 0;
      while (end < docs.size() && !(docs.get(end) instanceof Break)) {
        width = Math.min(Op.ENDLESS, width + docs.get(end++).width());
      }
      if (before != null) {
        now = begin(before, lastWasTooWide, width, indent, now);
      }
      lastWasTooWide = now + width > LINE_WIDTH;
      for (Doc doc : docs.subList(next, end)) {
        now = print(doc, indent, now);
      }
      if (end == docs.size()) {
        return now;
      }
      before = (Break) docs.get(end);
      next = end + 1;
    }
  }

  private int begin(Break brk, boolean mustBreak, int width, int indent, int column) {
    boolean line =
        brk.fill() == Fill.UNIFIED || mustBreak || column + brk.width() + width > LINE_WIDTH;
    record(brk.tag(), line);
    if (!line) {
      out.write(brk.flat());
      return column + brk.flat().length();
    }
    int newIndent = Math.max(0, indent + brk.indent());
    out.newLine(newIndent, brk.blankLine());
    return newIndent;
  }

  private static void record(@Nullable BreakTag tag, boolean broken) {
    if (tag != null) {
      tag.record(broken);
    }
  }

  private void flat(Level level) {
    for (Doc doc : level.docs()) {
      if (doc instanceof Text text) {
        out.write(text.text());
      } else if (doc instanceof Break brk) {
        out.write(brk.flat());
      } else if (doc instanceof Level inner) {
        flat(inner);
      }
    }
  }
}
