package io.stepwright.graph.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the segments that may not be straight because they cross the straight middle of a long
 * edge. If the middles of long edges cross each other, as few as possible are marked: the longest
 * increasing subsequence stays straight.
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

  /**
   * Returns the most segments, of segments sorted by their starts, whose ends are sorted as well.
   */
  private static List<Segment> longestIncreasing(List<Segment> segments) {
    // For each length, the index of the subsequence end that is highest up.
    List<Integer> tails = new ArrayList<>();
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
