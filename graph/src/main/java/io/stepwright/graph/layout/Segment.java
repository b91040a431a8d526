package io.stepwright.graph.layout;

/** The part of an edge between two layers that are next to each other. */
final class Segment {

  final Vertex from;
  final Vertex to;
  final boolean main;

  /** How far below the middle of its vertex it ends. */
  double toOffset;

  /** Whether the layout chooses where it ends. */
  final boolean free;

  Segment(Vertex from, Vertex to, double toOffset, boolean main) {
    this.from = from;
    this.to = to;
    this.main = main;
    this.free = Double.isNaN(toOffset);
    this.toOffset = free ? 0 : toOffset;
    from.out.add(this);
    to.in.add(this);
  }

  /** Whether it is the middle of a long edge, which should be straight. */
  boolean isInner() {
    return !from.isNode() && !to.isNode();
  }
}
