package io.stepwright.graph.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Assigns the vertical positions of vertices, after Brandes and Köpf, "Fast and Simple Horizontal
 * Coordinate Assignment" (2001): four candidates, each aligned to one corner, of which the mean of
 * the middle two is taken for each vertex. The middles of long edges stay straight. Blocks are
 * placed by the longest path between them, because distances depend on the sizes of nodes. Edges
 * that end beside the middle of a node follow Rüegg, Schulze, Carstens and von Hanxleden, "Size-
 * and Port-Aware Horizontal Node Coordinate Assignment" (2015).
 */
final class Positions {

  private Positions() {}

  static void assign(List<List<Vertex>> layers) {
    Conflicts conflicts = new Conflicts(layers);
    List<Candidate> candidates = new ArrayList<>();
    for (boolean right : new boolean[] {true, false}) {
      for (boolean bottomUp : new boolean[] {false, true}) {
        Alignment alignment = new Alignment(layers, conflicts, right, bottomUp);
        candidates.add(
            new Candidate(
                alignment,
                bottomUp,
                extreme(layers, v -> alignment.y(v) - v.height / 2, false),
                extreme(layers, v -> alignment.y(v) + v.height / 2, true)));
      }
    }
    Candidate smallest = candidates.get(0);
    for (Candidate candidate : candidates) {
      if (candidate.size() < smallest.size()) {
        smallest = candidate;
      }
    }
    for (List<Vertex> layer : layers) {
      for (Vertex vertex : layer) {
        vertex.y = balanced(vertex, candidates, smallest);
      }
    }
    double top = extreme(layers, vertex -> vertex.y - vertex.height / 2, false);
    layers.forEach(layer -> layer.forEach(vertex -> vertex.y -= top));
  }

  private static double balanced(Vertex vertex, List<Candidate> candidates, Candidate smallest) {
    double[] places = new double[4];
    for (int i = 0; i < 4; i++) {
      Candidate candidate = candidates.get(i);
      double move =
          candidate.bottomUp ? smallest.bottom - candidate.bottom : smallest.top - candidate.top;
      places[i] = candidate.alignment.y(vertex) + move;
    }
    Arrays.sort(places);
    return (places[1] + places[2]) / 2;
  }

  private static double extreme(
      List<List<Vertex>> layers, ToDoubleFunction<Vertex> side, boolean largest) {
    double extreme = largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    for (List<Vertex> layer : layers) {
      for (Vertex vertex : layer) {
        double value = side.applyAsDouble(vertex);
        extreme = largest ? Math.max(extreme, value) : Math.min(extreme, value);
      }
    }
    return extreme;
  }

  private record Candidate(Alignment alignment, boolean bottomUp, double top, double bottom) {
    double size() {
      return bottom - top;
    }
  }
}
