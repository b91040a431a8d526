package io.stepwright.graph.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * One of the four candidates of {@link Positions}: blocks of vertices in a straight line, each as
 * close to one side as the distances allow.
 */
final class Alignment {

  private final List<List<Vertex>> layers;
  private final Conflicts conflicts;
  private final boolean right;
  private final boolean bottomUp;
  private final IdentityHashMap<Vertex, Block> blocks = new IdentityHashMap<>();

  /** Offset of a vertex below its block, because edges need not end in the middle of a node. */
  private final IdentityHashMap<Vertex, Double> shifts = new IdentityHashMap<>();

  /**
   * Aligns and places the vertices.
   *
   * @param right true if vertices align with their neighbours at the left, from left to right
   * @param bottomUp true if each layer is processed from its bottom
   */
  Alignment(List<List<Vertex>> layers, Conflicts conflicts, boolean right, boolean bottomUp) {
    this.layers = layers;
    this.conflicts = conflicts;
    this.right = right;
    this.bottomUp = bottomUp;
    for (int i = 0; i < layers.size(); i++) {
      align(layers.get(right ? i : layers.size() - 1 - i));
    }
    place();
  }

  /** Returns the middle of a vertex. */
  double y(Vertex vertex) {
    return sign() * x(vertex);
  }

  private double sign() {
    return bottomUp ? -1 : 1;
  }

  private double x(Vertex vertex) {
    return block(vertex).x + shift(vertex);
  }

  private Block block(Vertex vertex) {
    return blocks.computeIfAbsent(vertex, none -> new Block());
  }

  private double shift(Vertex vertex) {
    return shifts.getOrDefault(vertex, 0.0);
  }

  /** Returns the position of a vertex in its layer, in the direction of processing. */
  private int place(Vertex vertex) {
    return bottomUp ? -vertex.order : vertex.order;
  }

  private void align(List<Vertex> layer) {
    int reached = Integer.MIN_VALUE;
    for (int i = 0; i < layer.size(); i++) {
      Vertex vertex = layer.get(bottomUp ? layer.size() - 1 - i : i);
      for (Segment segment : candidates(vertex)) {
        Vertex neighbour = right ? segment.from : segment.to;
        if (place(neighbour) > reached && !conflicts.concerns(segment)) {
          reached = place(neighbour);
          blocks.put(vertex, block(neighbour));
          double offset = sign() * (right ? -segment.toOffset : segment.toOffset);
          shifts.put(vertex, shift(neighbour) + offset);
          break;
        }
      }
    }
  }

  /** Returns the edges that may become straight, by priority: main edges, then the median ones. */
  private List<Segment> candidates(Vertex vertex) {
    List<Segment> sorted = new ArrayList<>(right ? vertex.in : vertex.out);
    sorted.sort(
        Comparator.<Segment>comparingInt(segment -> place(right ? segment.from : segment.to))
            .thenComparingDouble(segment -> sign() * segment.toOffset));
    List<Segment> candidates = new ArrayList<>();
    sorted.stream().filter(segment -> segment.main).forEach(candidates::add);
    if (!sorted.isEmpty()) {
      candidates.add(sorted.get((sorted.size() - 1) / 2));
      candidates.add(sorted.get(sorted.size() / 2));
    }
    return candidates;
  }

  private void place() {
    List<Block> all = new ArrayList<>();
    for (List<Vertex> layer : layers) {
      for (Vertex vertex : layer) {
        Block block = block(vertex);
        if (!block.known) {
          block.known = true;
          all.add(block);
        }
      }
      for (int i = 0; i + 1 < layer.size(); i++) {
        Vertex above = layer.get(i);
        Vertex below = layer.get(i + 1);
        Vertex first = bottomUp ? below : above;
        Vertex second = bottomUp ? above : below;
        double distance = (above.height + below.height) / 2 + above.gapTo(below);
        block(first).before(block(second), distance + shift(first) - shift(second));
      }
    }
    List<Block> sorted = sorted(all);
    for (Block block : sorted) {
      block.follow.forEach(next -> next.block.x = Math.max(next.block.x, block.x + next.distance));
    }
    // Then moves each block as close to its successors as possible.
    for (int i = sorted.size() - 1; i >= 0; i--) {
      sorted.get(i).approach();
    }
  }

  private static List<Block> sorted(List<Block> blocks) {
    Deque<Block> ready = new ArrayDeque<>();
    blocks.stream().filter(block -> block.waitsFor == 0).forEach(ready::add);
    List<Block> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      Block block = ready.remove();
      sorted.add(block);
      for (Block.Next next : block.follow) {
        if (--next.block.waitsFor == 0) {
          ready.add(next.block);
        }
      }
    }
    return sorted;
  }

  /** Vertices in a straight line. */
  private static final class Block {

    private final List<Next> follow = new ArrayList<>();
    private double x;
    private int waitsFor;
    private boolean known;

    /** A successor of a block, with the least distance to it. */
    private record Next(Block block, double distance) {}

    void before(Block other, double distance) {
      follow.add(new Next(other, distance));
      other.waitsFor++;
    }

    void approach() {
      double limit = Double.POSITIVE_INFINITY;
      for (Next next : follow) {
        limit = Math.min(limit, next.block.x - next.distance);
      }
      x = Double.isInfinite(limit) ? x : Math.max(x, limit);
    }
  }
}
