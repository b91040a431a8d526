package io.stepwright.graph.drawing;

import static io.stepwright.graph.drawing.Markup.escape;
import static io.stepwright.graph.drawing.Markup.number;

import io.stepwright.graph.drawing.Picture.Edge;
import io.stepwright.graph.layout.Box;
import io.stepwright.graph.layout.Route;
import io.stepwright.graph.layout.Route.Point;
import java.util.List;

/** Draws edges: a line, an arrow head, and a label. */
final class EdgeDrawing {

  private static final double HEAD = 7;

  private final String prefix;
  private final StringBuilder svg;

  EdgeDrawing(String prefix, StringBuilder svg) {
    this.prefix = prefix;
    this.svg = svg;
  }

  /**
   * Draws the line and the head.
   *
   * @param inset the pixels by which the edge extends beyond the side of its node
   */
  void line(Edge edge, Route route, double inset) {
    List<Point> points = route.points();
    Point end = points.get(points.size() - 1);
    double tip = end.x() + inset;
    open(edge, "edge");
    svg.append("<path class=\"line\" d=\"").append(path(points, tip - HEAD + 1)).append("\"/>");
    svg.append("<path class=\"head\" d=\"M")
        .append(number(tip))
        .append(' ')
        .append(number(end.y()));
    svg.append("l").append(number(-HEAD)).append(" -3.5v7z\"/></g>\n");
  }

  void label(Edge edge, Route route) {
    Box box = route.label();
    String text = edge.label();
    if (box == null || text == null) {
      return;
    }
    open(edge, "edge-label");
    svg.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y()));
    svg.append("\" width=\"").append(number(box.width())).append("\" height=\"");
    svg.append(number(box.height())).append("\" rx=\"").append(number(box.height() / 2));
    svg.append("\"/><text x=\"").append(number(box.x() + box.width() / 2)).append("\" y=\"");
    svg.append(number(box.middle())).append("\">").append(escape(text)).append("</text></g>\n");
  }

  private void open(Edge edge, String what) {
    svg.append("<g class=\"").append(what);
    edge.classes().forEach(name -> svg.append(' ').append(escape(name)));
    svg.append("\" data-from=\"").append(escape(prefix + edge.from()));
    svg.append("\" data-to=\"").append(escape(prefix + edge.to())).append("\">");
    if (edge.hover() != null) {
      svg.append("<title>").append(escape(edge.hover())).append("</title>");
    }
  }

  private static String path(List<Point> points, double last) {
    Point at = points.get(0);
    StringBuilder path = new StringBuilder("M" + number(at.x()) + " " + number(at.y()));
    for (int i = 1; i < points.size(); i++) {
      Point next = points.get(i);
      // The line ends below the head, because it would show beside the tip of the head.
      double x = i == points.size() - 1 ? last : next.x();
      if (Math.abs(next.y() - at.y()) < 0.05) {
        path.append("H").append(number(x));
      } else {
        double middle = (at.x() + x) / 2;
        path.append("C").append(number(middle)).append(' ').append(number(at.y())).append(' ');
        path.append(number(middle)).append(' ').append(number(next.y())).append(' ');
        path.append(number(x)).append(' ');
        path.append(number(next.y()));
      }
      at = next;
    }
    return path.toString();
  }
}
