package io.stepwright.graph.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Counts crossings with the accumulator tree of Barth, Jünger and Mutzel, "Simple and Efficient
 * Bilayer Cross Counting" (2002): the inversions of the ends, in O(e log v).
 */
final class Crossings {

  private static final Comparator<Segment> BY_END =
      Comparator.<Segment>comparingInt(segment -> segment.to.order)
          .thenComparingDouble(segment -> segment.toOffset);

  private Crossings() {}

  /** Returns the number of pairs of edges that cross. */
  static long count(List<List<Vertex>> layers) {
    long crossings = 0;
    for (List<Vertex> layer : layers) {
      crossings += countToNext(layer);
    }
    return crossings;
  }

  private static long countToNext(List<Vertex> layer) {
    List<Segment> segments = new ArrayList<>();
    for (Vertex vertex : layer) {
      vertex.out.stream().sorted(BY_END).forEach(segments::add);
    }
    List<Segment> ends = segments.stream().sorted(BY_END).toList();
    int[] rank = new int[ends.size()];
    IdentityHashMap<Segment, Integer> ranks = new IdentityHashMap<>();
    for (int i = 0; i < ends.size(); i++) {
      boolean same = i > 0 && BY_END.compare(ends.get(i - 1), ends.get(i)) == 0;
      rank[i] = same ? rank[i - 1] : i;
      ranks.put(ends.get(i), rank[i]);
    }
    return inversions(segments.stream().mapToInt(s -> ranks.getOrDefault(s, 0)).toArray());
  }

  private static long inversions(int[] values) {
    int[] tree = new int[values.length + 1];
    long inversions = 0;
    for (int i = 0; i < values.length; i++) {
      int notLarger = 0;
      for (int at = values[i] + 1; at > 0; at -= at & -at) {
        notLarger += tree[at];
      }
      inversions += i - notLarger;
      for (int at = values[i] + 1; at < tree.length; at += at & -at) {
        tree[at]++;
      }
    }
    return inversions;
  }

  /**
   * Returns the number of crossings between the edges of two vertices of a layer if the first is
   * above the second.
   */
  static long between(Vertex above, Vertex below) {
    long crossings = 0;
    for (Segment upper : above.in) {
      for (Segment lower : below.in) {
        crossings += upper.from.order > lower.from.order ? 1 : 0;
      }
    }
    for (Segment upper : above.out) {
      for (Segment lower : below.out) {
        crossings += BY_END.compare(upper, lower) > 0 ? 1 : 0;
      }
    }
    return crossings;
  }
}
