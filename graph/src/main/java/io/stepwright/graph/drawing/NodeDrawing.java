package io.stepwright.graph.drawing;

import static io.stepwright.graph.drawing.Markup.escape;
import static io.stepwright.graph.drawing.Markup.number;
import static io.stepwright.graph.drawing.NodeSize.FIRST_LINE;
import static io.stepwright.graph.drawing.NodeSize.PADDING;
import static io.stepwright.graph.drawing.NodeSize.PART_GAP;
import static io.stepwright.graph.drawing.NodeSize.STACK;

import io.stepwright.graph.drawing.Picture.Label;
import io.stepwright.graph.drawing.Picture.Node;
import io.stepwright.graph.drawing.Picture.Part;
import io.stepwright.graph.drawing.Picture.Shape;
import io.stepwright.graph.layout.Box;
import java.util.List;

/** Draws nodes with their content. */
final class NodeDrawing {

  private final String prefix;
  private final StringBuilder svg;

  NodeDrawing(String prefix, StringBuilder svg) {
    this.prefix = prefix;
    this.svg = svg;
  }

  void draw(Node node, Box box) {
    open("node", node.id(), node.classes(), node.label());
    if (node.shape() == Shape.BOX) {
      box(box, node.stacked(), !node.parts().isEmpty());
      Box front = front(box, node.stacked());
      texts(front, node.label());
    } else {
      pill(box, node.shape() == Shape.DOUBLE_PILL);
      text("title", box.x() + box.width() / 2, box.middle(), "middle", node.label().title());
    }
    close(node.label());
    for (int i = 0; i < node.parts().size(); i++) {
      Part part = node.parts().get(i);
      double width = box.width() - NodeSize.stack(node.stacked()) - 2 * PART_GAP;
      double top = box.y() + NodeSize.top(node, i);
      Box inner = new Box(box.x() + PART_GAP, top, width, NodeSize.height(part));
      open("node part", part.id(), part.classes(), part.label());
      box(inner, part.stacked(), false);
      texts(front(inner, part.stacked()), part.label());
      close(part.label());
    }
  }

  private void open(String what, String id, List<String> classes, Label label) {
    svg.append("<g class=\"").append(what);
    classes.forEach(name -> svg.append(' ').append(escape(name)));
    svg.append("\" id=\"").append(escape(prefix + id)).append("\">");
    if (label.link() != null) {
      svg.append("<a href=\"").append(escape(label.link())).append("\">");
    }
    if (label.hover() != null) {
      svg.append("<title>").append(escape(label.hover())).append("</title>");
    }
  }

  private void close(Label label) {
    svg.append(label.link() == null ? "</g>\n" : "</a></g>\n");
  }

  private static Box front(Box box, boolean stacked) {
    double stack = NodeSize.stack(stacked);
    return new Box(box.x(), box.y(), box.width() - stack, box.height() - stack);
  }

  private void box(Box box, boolean stacked, boolean group) {
    Box front = front(box, stacked);
    for (int i = stacked ? 2 : 0; i > 0; i--) {
      rect(
          "behind",
          new Box(front.x() + i * STACK, front.y() + i * STACK, front.width(), front.height()),
          6);
    }
    rect("box", front, 6);
    if (!group) {
      rect("bar", new Box(front.x(), front.y() + 6, 4, front.height() - 12), 2);
    }
  }

  private void pill(Box box, boolean twice) {
    rect("box", box, box.height() / 2);
    if (twice) {
      Box inner = new Box(box.x() + 3, box.y() + 3, box.width() - 6, box.height() - 6);
      rect("inner", inner, inner.height() / 2);
    }
  }

  private void rect(String name, Box box, double radius) {
    svg.append("<rect class=\"").append(name).append("\" x=\"").append(number(box.x()));
    svg.append("\" y=\"").append(number(box.y())).append("\" width=\"").append(number(box.width()));
    svg.append("\" height=\"").append(number(box.height())).append("\" rx=\"");
    svg.append(number(radius)).append("\"/>");
  }

  private void texts(Box box, Label label) {
    double y = box.y() + FIRST_LINE;
    text("title", box.x() + PADDING, y, "start", label.title());
    double right = box.right() - PADDING + 4;
    if (label.fork()) {
      right -= NodeSize.FORK;
      svg.append("<path class=\"fork\" d=\"M").append(number(right)).append(' ').append(number(y));
      svg.append("h4c3 0 3 -4 6 -4h3m-9 4c3 0 3 4 6 4h3\"/>");
      right -= 6;
    }
    if (label.note() != null) {
      text("note", right, y, "end", label.note());
    }
    for (String detail : label.details()) {
      y += NodeSize.LINE;
      text("detail", box.x() + PADDING, y, "start", detail);
    }
    Chips.draw(NodeSize.chips(label), box.x() + PADDING, y + NodeSize.LINE / 2, svg);
  }

  private void text(String name, double x, double y, String anchor, String text) {
    svg.append("<text class=\"").append(name).append("\" x=\"").append(number(x));
    svg.append("\" y=\"").append(number(y)).append("\" text-anchor=\"").append(anchor);
    svg.append("\">").append(escape(text)).append("</text>");
  }
}
