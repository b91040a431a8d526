package io.stepwright.graph.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Orders the vertices of each layer so that few edges cross. Sweeps in both directions sort each
 * layer by the mean position of its neighbours (Sugiyama, Tagawa and Toda, 1981). Each sweep is
 * followed by exchanges of adjacent vertices (Gansner, Koutsofios, North and Vo, "A Technique for
 * Drawing Directed Graphs", 1993). The sweeps start once from the given order and once from that of
 * a depth-first search. The best order is kept, so the result is never worse than the given order.
 * The number of sweeps is fixed, so equal graphs get equal orders.
 */
final class Ordering {

  private static final int SWEEPS = 16;
  private static final int EXCHANGES = 4;

  private final List<List<Vertex>> layers;
  private long fewest;
  private List<List<Vertex>> best;

  private Ordering(List<List<Vertex>> layers) {
    this.layers = layers;
    this.fewest = Crossings.count(layers);
    this.best = copy(layers);
  }

  /** Orders the layers; returns the numbers of crossings before and after. */
  static Layout.CrossingCount improve(List<List<Vertex>> layers) {
    Ordering ordering = new Ordering(layers);
    long before = ordering.fewest;
    ordering.sweep();
    ordering.arrange(depthFirst(layers));
    ordering.remember();
    ordering.sweep();
    ordering.arrange(ordering.best);
    return new Layout.CrossingCount(before, ordering.fewest);
  }

  /** Assigns the vertices of a layer their positions in it. */
  static void number(List<Vertex> layer) {
    for (int i = 0; i < layer.size(); i++) {
      layer.get(i).order = i;
    }
  }

  private void sweep() {
    for (int i = 0; i < SWEEPS && fewest > 0; i++) {
      boolean right = i % 2 == 0;
      // Reverses ties in half of the sweeps, which escapes some local optima.
      boolean last = i % 4 >= 2;
      for (int k = 1; k < layers.size(); k++) {
        sort(layers.get(right ? k : layers.size() - 1 - k), right, last);
      }
      exchange();
      remember();
    }
  }

  private void remember() {
    long crossings = Crossings.count(layers);
    if (crossings < fewest) {
      fewest = crossings;
      best = copy(layers);
    }
  }

  private static void sort(List<Vertex> layer, boolean right, boolean lastOfEquals) {
    IdentityHashMap<Vertex, Double> places = new IdentityHashMap<>();
    for (Vertex vertex : layer) {
      places.put(vertex, place(vertex, right));
    }
    Comparator<Vertex> byPlace = Comparator.comparingDouble(v -> places.getOrDefault(v, 0.0));
    Comparator<Vertex> ofEquals = Comparator.comparingInt(vertex -> vertex.order);
    layer.sort(byPlace.thenComparing(lastOfEquals ? ofEquals.reversed() : ofEquals));
    number(layer);
  }

  /**
   * Returns the mean position of the neighbours, refined by the offsets of edge ends; without
   * neighbours, the vertex's own position.
   */
  private static double place(Vertex vertex, boolean right) {
    List<Segment> segments = right ? vertex.in : vertex.out;
    double sum = 0;
    for (Segment segment : segments) {
      sum +=
          right
              ? segment.from.order
              : segment.to.order + segment.toOffset / (2 * segment.to.height);
    }
    return segments.isEmpty() ? vertex.order : sum / segments.size();
  }

  private void exchange() {
    boolean improved = true;
    for (int round = 0; round < EXCHANGES && improved; round++) {
      improved = false;
      for (List<Vertex> layer : layers) {
        for (int i = 0; i + 1 < layer.size(); i++) {
          Vertex above = layer.get(i);
          Vertex below = layer.get(i + 1);
          if (Crossings.between(above, below) > Crossings.between(below, above)) {
            Collections.swap(layer, i, i + 1);
            above.order = i + 1;
            below.order = i;
            improved = true;
          }
        }
      }
    }
  }

  private void arrange(List<List<Vertex>> order) {
    for (int i = 0; i < layers.size(); i++) {
      List<Vertex> layer = layers.get(i);
      List<Vertex> wanted = List.copyOf(order.get(i));
      layer.clear();
      layer.addAll(wanted);
      number(layer);
    }
  }

  private static List<List<Vertex>> copy(List<List<Vertex>> layers) {
    List<List<Vertex>> copy = new ArrayList<>();
    layers.forEach(layer -> copy.add(List.copyOf(layer)));
    return copy;
  }

  private static List<List<Vertex>> depthFirst(List<List<Vertex>> layers) {
    List<List<Vertex>> order = new ArrayList<>();
    layers.forEach(layer -> order.add(new ArrayList<>()));
    Set<Vertex> seen = new HashSet<>();
    List<Vertex> stack = new ArrayList<>();
    for (List<Vertex> layer : layers) {
      for (Vertex start : layer) {
        stack.add(start);
        while (!stack.isEmpty()) {
          Vertex vertex = stack.remove(stack.size() - 1);
          if (seen.add(vertex)) {
            order.get(vertex.layer).add(vertex);
            for (int i = vertex.out.size() - 1; i >= 0; i--) {
              stack.add(vertex.out.get(i).to);
            }
          }
        }
      }
    }
    return order;
  }
}
