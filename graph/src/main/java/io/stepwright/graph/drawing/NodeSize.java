package io.stepwright.graph.drawing;

import io.stepwright.graph.drawing.Picture.Chip;
import io.stepwright.graph.drawing.Picture.Label;
import io.stepwright.graph.drawing.Picture.Node;
import io.stepwright.graph.drawing.Picture.Part;
import io.stepwright.graph.drawing.Picture.Shape;
import java.util.List;

/** Computes the sizes of texts and nodes, in pixels. */
final class NodeSize {

  static final double TITLE = 13;
  static final double DETAIL = 11;

  /** Distance between lines. */
  static final double LINE = 16;

  /** Distance from the top of a box to the middle of its first line. */
  static final double FIRST_LINE = 17;

  static final double PADDING = 14;

  /** Offset of each box of a stack from the next. */
  static final double STACK = 4;

  static final double FORK = 14;
  static final double PART_GAP = 8;
  static final double LABEL_PADDING = 7;

  /** Minimum width of a box, which gives most boxes the same width. */
  private static final double USUAL_WIDTH = 172;

  private NodeSize() {}

  static double width(Node node) {
    if (node.shape() != Shape.BOX) {
      return Math.max(56, textWidth(node.label()) + 2 * PADDING + 4);
    }
    double width = Math.max(USUAL_WIDTH, textWidth(node.label()) + 2 * PADDING);
    for (Part part : node.parts()) {
      double inner = textWidth(part.label()) + 2 * PADDING + stack(part.stacked());
      width = Math.max(width, inner + 2 * PART_GAP);
    }
    return width + stack(node.stacked());
  }

  static double height(Node node) {
    if (node.shape() != Shape.BOX) {
      return 32;
    }
    double height = height(node.label());
    for (Part part : node.parts()) {
      height += height(part) + PART_GAP;
    }
    return height + stack(node.stacked());
  }

  static double height(Part part) {
    return height(part.label()) + stack(part.stacked());
  }

  /** Returns the height of a box with some texts. */
  static double height(Label label) {
    return 2 * FIRST_LINE + LINE * label.details().size() + Chips.height(chips(label));
  }

  /** Returns the chips of a label in rows. */
  static List<List<Chip>> chips(Label label) {
    return Chips.rows(label.chips(), lineWidth(label));
  }

  static double stack(boolean stacked) {
    return stacked ? 2 * STACK : 0;
  }

  /** Returns the distance from the top of a node to the top of a part. */
  static double top(Node node, int part) {
    double top = height(node.label());
    List<Part> parts = node.parts();
    for (int i = 0; i < part; i++) {
      top += height(parts.get(i)) + PART_GAP;
    }
    return top;
  }

  static double labelWidth(String label) {
    return TextWidth.of(label, DETAIL, false) + 2 * LABEL_PADDING;
  }

  static double noteWidth(Label label) {
    return label.note() == null ? 0 : TextWidth.of(label.note(), DETAIL, false) + 12;
  }

  private static double textWidth(Label label) {
    return Math.max(lineWidth(label), Chips.width(chips(label)));
  }

  private static double lineWidth(Label label) {
    double width =
        TextWidth.of(label.title(), TITLE, true) + noteWidth(label) + (label.fork() ? FORK + 8 : 0);
    for (String detail : label.details()) {
      width = Math.max(width, TextWidth.of(detail, DETAIL, false));
    }
    return width;
  }
}
