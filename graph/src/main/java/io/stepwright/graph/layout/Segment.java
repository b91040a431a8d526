package io.stepwright.graph.layout;

/** The part of an edge between two adjacent layers. */
final class Segment {

  final Vertex from;
  final Vertex to;
  final boolean main;

  /** Distance of the segment's end below the middle of its vertex. */
  double toOffset;

  /** True if the layout chooses the position of the segment's end. */
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

  /** Returns whether the segment is in the middle of a long edge, which should be straight. */
  boolean isInner() {
    return !from.isNode() && !to.isNode();
  }
}
