package io.stepwright.graph.layout;

import io.stepwright.graph.layout.Vertex.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The proper layered graph: it has a vertex in every layer that an edge passes through, after
 * Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures"
 * (1981). A label is such a vertex, too, in a separate layer just before the end of its edge, so
 * that no node or edge can cover it.
 */
final class ProperGraph {

  final Map<String, Vertex> nodes = new LinkedHashMap<>();
  final List<List<Vertex>> layers = new ArrayList<>();

  /** The segments of each edge. */
  final List<List<Segment>> chains = new ArrayList<>();

  ProperGraph(List<LayoutNode> given, List<LayoutEdge> edges) {
    Map<String, Integer> layering = Layering.of(given, edges);
    TreeSet<Integer> labelled = new TreeSet<>();
    for (LayoutEdge edge : edges) {
      if (edge.isLabelled()) {
        labelled.add(layering.getOrDefault(edge.to(), 0));
      }
    }
    for (LayoutNode node : given) {
      int layer = layering.getOrDefault(node.id(), 0);
      int moved = layer + labelled.headSet(layer, true).size();
      Vertex vertex = new Vertex(Kind.NODE, node.width(), node.height(), moved);
      nodes.put(node.id(), vertex);
      add(vertex);
    }
    for (LayoutEdge edge : edges) {
      chains.add(chain(edge));
    }
    for (List<Vertex> layer : layers) {
      Ordering.number(layer);
    }
  }

  Vertex node(String id) {
    Vertex vertex = nodes.get(id);
    if (vertex == null) {
      throw new IllegalArgumentException("There is no node " + id);
    }
    return vertex;
  }

  private List<Segment> chain(LayoutEdge edge) {
    Vertex last = node(edge.to());
    List<Segment> chain = new ArrayList<>();
    Vertex previous = node(edge.from());
    while (previous.layer < last.layer - 1) {
      int layer = previous.layer + 1;
      boolean label = edge.isLabelled() && layer == last.layer - 1;
      Vertex bend =
          label
              ? new Vertex(Kind.LABEL, edge.labelWidth(), edge.labelHeight(), layer)
              : new Vertex(Kind.BEND, 0, 2, layer);
      add(bend);
      chain.add(new Segment(previous, bend, 0, edge.main()));
      previous = bend;
    }
    chain.add(new Segment(previous, last, edge.toOffset(), edge.main()));
    return chain;
  }

  private void add(Vertex vertex) {
    while (layers.size() <= vertex.layer) {
      layers.add(new ArrayList<>());
    }
    layers.get(vertex.layer).add(vertex);
  }
}
