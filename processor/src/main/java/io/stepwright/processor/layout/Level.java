package io.stepwright.processor.layout;

import java.util.ArrayList;
import java.util.List;

/** A level: nodes that are printed on one line together, or whose breaks are broken together. */
final class Level implements Doc {

  private static final int UNKNOWN = -1;

  private final Indent indent;
  private final List<Doc> docs = new ArrayList<>(4);
  private int width = UNKNOWN;

  Level(Indent indent) {
    this.indent = indent;
  }

  void add(Doc doc) {
    docs.add(doc);
  }

  int indent() {
    return indent.value();
  }

  List<Doc> docs() {
    return docs;
  }

  /** Must be called only after all nodes have been added. */
  @Override
  public int width() {
    if (width == UNKNOWN) {
      int sum = 0;
      for (Doc doc : docs) {
        sum = Math.min(Op.ENDLESS, sum + doc.width());
      }
      width = sum;
    }
    return width;
  }
}
