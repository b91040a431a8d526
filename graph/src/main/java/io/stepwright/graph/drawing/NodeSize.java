package io.stepwright.graph.drawing;

import io.stepwright.graph.drawing.Picture.Label;
import io.stepwright.graph.drawing.Picture.Node;
import io.stepwright.graph.drawing.Picture.Part;
import io.stepwright.graph.drawing.Picture.Shape;
import java.util.List;

/** How much room texts and nodes need, in pixels. */
final class NodeSize {

  static final double TITLE = 13;
  static final double DETAIL = 11;

  /** From one line to the next. */
  static final double LINE = 16;

  /** From the top of a box to the middle of its first line. */
  static final double FIRST_LINE = 17;

  static final double PADDING = 14;

  /** How far each box of a stack is behind the next. */
  static final double STACK = 4;

  static final double FORK = 14;
  static final double PART_GAP = 8;
  static final double LABEL_PADDING = 7;

  /** Most boxes are of one width: it looks calmer. */
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

  /** The height of a box with these texts. */
  static double height(Label label) {
    return 2 * FIRST_LINE + LINE * label.details().size();
  }

  static double stack(boolean stacked) {
    return stacked ? 2 * STACK : 0;
  }

  /** How far below the top of its node a part begins. */
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
    double width =
        TextWidth.of(label.title(), TITLE, true) + noteWidth(label) + (label.fork() ? FORK + 8 : 0);
    for (String detail : label.details()) {
      width = Math.max(width, TextWidth.of(detail, DETAIL, false));
    }
    return width;
  }
}
