package io.stepwright.graph.layout;

import io.stepwright.graph.layout.Layout.CrossingCount;
import io.stepwright.graph.layout.Route.Point;
import io.stepwright.graph.layout.Vertex.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places a graph in layers from left to right, by the phases of Sugiyama, Tagawa and Toda (1981):
 * layers, order within layers, positions. Nodes and labels never overlap. Edges go from left to
 * right, never through a node or a label of another edge, and long edges are straight. Equal graphs
 * have equal layouts. Thread-safe, because it has no state.
 */
public final class LayeredLayout {

  private static final double GAP = 44;
  private static final double GAP_AT_LABEL = 20;

  /** Growth of the gap per pixel of an edge's height, which keeps edges from being too steep. */
  private static final double STEEPNESS = 0.12;

  private static final double WIDEST_GAP = 96;

  private LayeredLayout() {}

  /**
   * Places a graph.
   *
   * @param nodes the nodes; their order decides where nothing else does
   * @param edges the edges between them
   * @throws IllegalArgumentException if two nodes have the same id, an edge begins or ends at no
   *     node, or there is a cycle
   */
  public static Layout of(List<LayoutNode> nodes, List<LayoutEdge> edges) {
    if (nodes.isEmpty()) {
      return new Layout(0, 0, Map.of(), Map.of(), List.of(), new CrossingCount(0, 0));
    }
    ProperGraph graph = new ProperGraph(nodes, edges);
    CrossingCount crossings = Ordering.improve(graph.layers);
    graph.nodes.values().forEach(Ports::spread);
    Positions.assign(graph.layers);
    List<Column> columns = columns(graph);
    Map<String, Box> boxes = new LinkedHashMap<>();
    Map<String, Integer> layers = new LinkedHashMap<>();
    graph.nodes.forEach(
        (id, vertex) -> {
          boxes.put(id, columns.get(vertex.layer).box(vertex));
          layers.put(id, vertex.layer);
        });
    List<Route> routes = graph.chains.stream().map(chain -> route(chain, columns)).toList();
    double height = 0;
    for (List<Vertex> layer : graph.layers) {
      for (Vertex vertex : layer) {
        height = Math.max(height, vertex.y + vertex.height / 2);
      }
    }
    return new Layout(
        columns.get(columns.size() - 1).right, height, boxes, layers, routes, crossings);
  }

  private static List<Column> columns(ProperGraph graph) {
    List<Column> columns = new ArrayList<>();
    double left = 0;
    for (List<Vertex> layer : graph.layers) {
      double width = layer.stream().mapToDouble(vertex -> vertex.width).max().orElse(0);
      columns.add(new Column(left, left + width));
      left += width + gapAfter(layer);
    }
    return columns;
  }

  private static double gapAfter(List<Vertex> layer) {
    double steepest = 0;
    boolean betweenNodes = layer.stream().anyMatch(Vertex::isNode);
    for (Vertex vertex : layer) {
      for (Segment segment : vertex.out) {
        steepest = Math.max(steepest, Math.abs(segment.to.y + segment.toOffset - segment.from.y));
        betweenNodes &= segment.to.kind != Kind.LABEL;
      }
    }
    return Math.min(WIDEST_GAP, (betweenNodes ? GAP : GAP_AT_LABEL) + STEEPNESS * steepest);
  }

  private static Route route(List<Segment> chain, List<Column> columns) {
    List<Point> points = new ArrayList<>();
    @Nullable Box label = null;
    Vertex first = chain.get(0).from;
    Column start = columns.get(first.layer);
    double right = start.box(first).right();
    points.add(new Point(right, first.y));
    // From a node that is narrower than its layer, the edge goes straight to the layer's side.
    points.add(new Point(Math.max(right, start.right), first.y));
    for (Segment segment : chain) {
      Vertex vertex = segment.to;
      Column column = columns.get(vertex.layer);
      double y = vertex.y + segment.toOffset;
      points.add(new Point(column.left, y));
      double next = vertex.isNode() ? column.box(vertex).x() : column.right;
      points.add(new Point(Math.max(column.left, next), y));
      if (vertex.kind == Kind.LABEL) {
        label = column.box(vertex);
      }
    }
    return new Route(points.stream().distinct().toList(), label);
  }

  /** The horizontal extent of a layer. */
  private record Column(double left, double right) {

    Box box(Vertex vertex) {
      double x = left + Math.max(0, right - left - vertex.width) / 2;
      return new Box(x, vertex.y - vertex.height / 2, vertex.width, vertex.height);
    }
  }
}
