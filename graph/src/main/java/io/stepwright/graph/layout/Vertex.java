package io.stepwright.graph.layout;

import java.util.ArrayList;
import java.util.List;

/** A node, or a place that a long edge takes in a layer between its ends. */
final class Vertex {

  final Kind kind;
  final double width;
  final double height;

  /** To the layer at the left. */
  final List<Segment> in = new ArrayList<>();

  /** To the layer at the right. */
  final List<Segment> out = new ArrayList<>();

  int layer;

  /** The place in its layer, from the top. */
  int order;

  /** The middle, from top to bottom. */
  double y;

  Vertex(Kind kind, double width, double height, int layer) {
    this.kind = kind;
    this.width = width;
    this.height = height;
    this.layer = layer;
  }

  /** What a vertex stands for. */
  enum Kind {
    NODE,
    BEND,
    LABEL
  }

  boolean isNode() {
    return kind == Kind.NODE;
  }

  /** How far it stays away from the one below it. */
  double gapTo(Vertex below) {
    if (isNode() && below.isNode()) {
      return 20;
    }
    return isNode() || below.isNode() ? 14 : 10;
  }
}
