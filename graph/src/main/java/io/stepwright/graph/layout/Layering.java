package io.stepwright.graph.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Assigns each node to the layer after the last layer of its predecessors. This is the longest path
 * layering of Healy and Nikolov's "Hierarchical Drawing Algorithms" (Handbook of Graph Drawing and
 * Visualization, 2013). It does not minimize the length of edges, but has a meaning: a node is as
 * far left as it could begin.
 */
final class Layering {

  private Layering() {}

  /**
   * Returns the layers of the nodes, from 0.
   *
   * @throws IllegalArgumentException if two nodes have the same id, an edge begins or ends at no
   *     node, or there is a cycle
   */
  static Map<String, Integer> of(List<LayoutNode> nodes, List<LayoutEdge> edges) {
    Map<String, Integer> layers = new LinkedHashMap<>();
    Map<String, List<String>> next = new LinkedHashMap<>();
    Map<String, Integer> waiting = new LinkedHashMap<>();
    for (LayoutNode node : nodes) {
      if (layers.put(node.id(), 0) != null) {
        throw new IllegalArgumentException("Two nodes have the id " + node.id());
      }
      next.put(node.id(), new ArrayList<>());
    }
    for (LayoutEdge edge : edges) {
      List<String> after = next.get(edge.from());
      if (after == null || !layers.containsKey(edge.to())) {
        throw new IllegalArgumentException(
            "An edge goes from " + edge.from() + " to " + edge.to() + ", and one is no node");
      }
      after.add(edge.to());
      waiting.merge(edge.to(), 1, Integer::sum);
    }
    Deque<String> ready = new ArrayDeque<>(layers.keySet());
    ready.removeIf(waiting::containsKey);
    Set<String> left = new HashSet<>(layers.keySet());
    while (!ready.isEmpty()) {
      String id = ready.remove();
      left.remove(id);
      int layer = layers.getOrDefault(id, 0);
      for (String after : next.getOrDefault(id, List.of())) {
        layers.merge(after, layer + 1, Math::max);
        if (waiting.merge(after, -1, Integer::sum) == 0) {
          ready.add(after);
        }
      }
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(
          "A layout in layers needs a graph without cycles; these are in one, or behind one: "
              + layers.keySet().stream().filter(left::contains).toList());
    }
    return layers;
  }
}
