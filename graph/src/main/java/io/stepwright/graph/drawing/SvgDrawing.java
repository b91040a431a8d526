package io.stepwright.graph.drawing;

import static io.stepwright.graph.drawing.Markup.escape;
import static io.stepwright.graph.drawing.Markup.number;

import io.stepwright.graph.drawing.Picture.Edge;
import io.stepwright.graph.drawing.Picture.Node;
import io.stepwright.graph.layout.LayeredLayout;
import io.stepwright.graph.layout.Layout;
import io.stepwright.graph.layout.LayoutEdge;
import io.stepwright.graph.layout.LayoutNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A finished drawing. Equal pictures give equal drawings. Immutable.
 *
 * @param width in pixels
 * @param height in pixels
 * @param content the elements, without an enclosing {@code svg}
 * @param crossings the number of pairs of edges that cross
 */
public record SvgDrawing(double width, double height, String content, long crossings) {

  private static final double MARGIN = 6;

  /** Limit of shrinking, below which the smallest texts are not readable. */
  private static final double LEAST_SCALE = 0.8;

  /**
   * Draws a picture.
   *
   * @throws IllegalArgumentException if two nodes have the same id, an edge begins or ends at no
   *     node, or there is a cycle
   */
  public static SvgDrawing of(Picture picture) {
    Map<String, End> ends = new LinkedHashMap<>();
    for (Node node : picture.nodes()) {
      double half = NodeSize.height(node) / 2;
      double title = node.parts().isEmpty() ? Double.NaN : NodeSize.FIRST_LINE - half;
      ends.put(node.id(), new End(node.id(), title));
      for (int i = 0; i < node.parts().size(); i++) {
        double middle = NodeSize.top(node, i) + NodeSize.height(node.parts().get(i)) / 2;
        ends.put(node.parts().get(i).id(), new End(node.id(), middle - half));
      }
    }
    Layout layout =
        LayeredLayout.of(
            picture.nodes().stream()
                .map(n -> new LayoutNode(n.id(), NodeSize.width(n), NodeSize.height(n)))
                .toList(),
            picture.edges().stream().map(edge -> edge(edge, ends)).toList());
    StringBuilder svg = new StringBuilder();
    EdgeDrawing edges = new EdgeDrawing(picture.id(), svg);
    // Edges to nodes are drawn below the nodes, those to parts above.
    for (int i = 0; i < picture.edges().size(); i++) {
      if (inset(picture, i) == 0) {
        edges.line(picture.edges().get(i), layout.routes().get(i), 0);
      }
    }
    NodeDrawing nodes = new NodeDrawing(picture.id(), svg);
    picture.nodes().forEach(node -> nodes.draw(node, layout.node(node.id())));
    for (int i = 0; i < picture.edges().size(); i++) {
      if (inset(picture, i) > 0) {
        edges.line(picture.edges().get(i), layout.routes().get(i), inset(picture, i));
      }
      edges.label(picture.edges().get(i), layout.routes().get(i));
    }
    return new SvgDrawing(
        layout.width() + 2 * MARGIN,
        layout.height() + 2 * MARGIN,
        "<g transform=\"translate("
            + number(MARGIN)
            + ","
            + number(MARGIN)
            + ")\">\n"
            + svg
            + "</g>\n",
        layout.crossings().after());
  }

  /**
   * Returns an {@code svg} element for an HTML page, which must contain the {@link #style()} once.
   */
  public String element(String label) {
    return element(label, "");
  }

  /**
   * Returns an element like {@link #element(String)} that adapts to the width of its container,
   * within the width of the drawing and the least readable width. Narrower containers need a scroll
   * bar.
   */
  public String fluid(String label) {
    String style =
        "width:100%%;height:auto;max-width:%spx;min-width:%spx"
            .formatted(number(width), number(LEAST_SCALE * width));
    return element(label, " style=\"" + style + "\"");
  }

  private String element(String label, String attributes) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"stepwright-graph\" role=\"group\" aria-label=\""
        + escape(label)
        + "\" width=\""
        + number(width)
        + "\" height=\""
        + number(height)
        + "\" viewBox=\"0 0 "
        + number(width)
        + " "
        + number(height)
        + "\""
        + attributes
        + ">\n"
        + content
        + "</svg>\n";
  }

  /** Returns the CSS rules of all classes that drawings use, for light and dark colour schemes. */
  public static String style() {
    try (InputStream style = SvgDrawing.class.getResourceAsStream("graph.css")) {
      if (style == null) {
        throw new IllegalStateException("graph.css is not in the jar of stepwright-graph");
      }
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LayoutEdge edge(Edge edge, Map<String, End> ends) {
    End from = end(edge.from(), ends);
    End to = end(edge.to(), ends);
    String label = edge.label();
    return new LayoutEdge(
        from.node,
        to.node,
        label == null ? 0 : NodeSize.labelWidth(label),
        label == null ? 0 : 20,
        to.offset,
        edge.main());
  }

  private static End end(String id, Map<String, End> ends) {
    End end = ends.get(id);
    if (end == null) {
      throw new IllegalArgumentException("An edge begins or ends at " + id + ", which is no node");
    }
    return end;
  }

  /** Returns the pixels by which an edge extends into its node to reach a part. */
  private static double inset(Picture picture, int edge) {
    String to = picture.edges().get(edge).to();
    return picture.nodes().stream().anyMatch(node -> node.id().equals(to)) ? 0 : NodeSize.PART_GAP;
  }

  private record End(String node, double offset) {}
}
