package io.stepwright.graph.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random graph without cycles; equal seeds make equal graphs. */
public record RandomGraph(List<LayoutNode> nodes, List<LayoutEdge> edges) {

  /**
   * A graph.
   *
   * @param size the number of its nodes
   * @param density how many edges a node has on average
   * @param reach how far back in the order of the nodes an edge goes at most
   */
  public static RandomGraph of(long seed, int size, double density, int reach) {
    Random random = new Random(seed);
    List<LayoutNode> nodes = new ArrayList<>();
    List<LayoutEdge> edges = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      nodes.add(new LayoutNode("n" + i, 40 + random.nextInt(160), 24 + random.nextInt(60)));
    }
    for (int i = 0; i < density * size && size > 1; i++) {
      int to = 1 + random.nextInt(size - 1);
      int from = to - 1 - random.nextInt(Math.min(to, reach));
      boolean label = random.nextInt(5) == 0;
      edges.add(
          new LayoutEdge(
              "n" + from,
              "n" + to,
              label ? 30 + random.nextInt(80) : 0,
              label ? 18 : 0,
              random.nextInt(4) == 0 ? random.nextInt(20) - 10 : Double.NaN,
              random.nextInt(6) == 0));
    }
    return new RandomGraph(List.copyOf(nodes), List.copyOf(edges));
  }

  /** The layered layout of the graph. */
  public Layout layout() {
    return LayeredLayout.of(nodes, edges);
  }
}
