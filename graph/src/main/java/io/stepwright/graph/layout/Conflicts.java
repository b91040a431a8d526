package io.stepwright.graph.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Segments that must give way to straight long edges: those that cross the middle of one. Where the
 * middles of two long edges cross, as few as possible give way: the longest increasing subsequence
 * stays.
 */
final class Conflicts {

  private final Set<Segment> marked = new HashSet<>();

  Conflicts(List<List<Vertex>> layers) {
    layers.forEach(this::mark);
  }

  boolean concerns(Segment segment) {
    return marked.contains(segment);
  }

  private void mark(List<Vertex> layer) {
    List<Segment> inner = new ArrayList<>();
    List<Segment> others = new ArrayList<>();
    for (Vertex vertex : layer) {
      for (Segment segment : vertex.out) {
        (segment.isInner() ? inner : others).add(segment);
      }
    }
    List<Segment> straight = longestIncreasing(inner);
    marked.addAll(inner);
    straight.forEach(marked::remove);
    for (Segment other : others) {
      int above = 0;
      int high = straight.size();
      while (above < high) {
        int middle = (above + high) / 2;
        if (straight.get(middle).from.order < other.from.order) {
          above = middle + 1;
        } else {
          high = middle;
        }
      }
      boolean crossesAbove = above > 0 && straight.get(above - 1).to.order > other.to.order;
      boolean crossesBelow =
          above < straight.size() && straight.get(above).to.order < other.to.order;
      if (crossesAbove || crossesBelow) {
        marked.add(other);
      }
    }
  }

  /** Of segments sorted by their starts, the most whose ends are sorted as well. */
  private static List<Segment> longestIncreasing(List<Segment> segments) {
    List<Integer> tails = new ArrayList<>(); // Of each length the one that ends highest up.
    int[] previous = new int[segments.size()];
    for (int i = 0; i < segments.size(); i++) {
      int order = segments.get(i).to.order;
      int length = 0;
      int high = tails.size();
      while (length < high) {
        int middle = (length + high) / 2;
        if (segments.get(tails.get(middle)).to.order < order) {
          length = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = length == 0 ? -1 : tails.get(length - 1);
      if (length == tails.size()) {
        tails.add(i);
      } else {
        tails.set(length, i);
      }
    }
    List<Segment> longest = new ArrayList<>();
    int at = tails.isEmpty() ? -1 : tails.get(tails.size() - 1);
    while (at >= 0) {
      longest.add(segments.get(at));
      at = previous[at];
    }
    Collections.reverse(longest);
    return longest;
  }
}
