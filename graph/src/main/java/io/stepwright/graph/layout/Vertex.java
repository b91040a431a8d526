package io.stepwright.graph.layout;

import java.util.ArrayList;
import java.util.List;

/** A node, or a position that a long edge takes in a layer between its ends. */
final class Vertex {

  final Kind kind;
  final double width;
  final double height;

  /** Segments from the layer at the left. */
  final List<Segment> in = new ArrayList<>();

  /** Segments to the layer at the right. */
  final List<Segment> out = new ArrayList<>();

  int layer;

  /** Position in its layer, from the top. */
  int order;

  /** Vertical middle. */
  double y;

  Vertex(Kind kind, double width, double height, int layer) {
    this.kind = kind;
    this.width = width;
    this.height = height;
    this.layer = layer;
  }

  /** The kind of a vertex. */
  enum Kind {
    NODE,
    BEND,
    LABEL
  }

  boolean isNode() {
    return kind == Kind.NODE;
  }

  /** Returns the least distance to the vertex below. */
  double gapTo(Vertex below) {
    if (isNode() && below.isNode()) {
      return 20;
    }
    return isNode() || below.isNode() ? 14 : 10;
  }
}
