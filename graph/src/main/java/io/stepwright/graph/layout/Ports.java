package io.stepwright.graph.layout;

import java.util.Comparator;
import java.util.List;

/** Spreads the ends of edges along the left side of a node, in the order of their starts. */
final class Ports {

  private static final double DISTANCE = 9;
  private static final double MARGIN = 8;

  private Ports() {}

  static void spread(Vertex vertex) {
    List<Segment> free =
        vertex.in.stream()
            .filter(segment -> segment.free)
            .sorted(Comparator.comparingInt(segment -> segment.from.order))
            .toList();
    double room = Math.max(0, vertex.height - 2 * MARGIN);
    double distance = free.size() < 2 ? 0 : Math.min(DISTANCE, room / (free.size() - 1));
    for (int i = 0; i < free.size(); i++) {
      free.get(i).toOffset = (i - (free.size() - 1) / 2.0) * distance;
    }
  }
}
