package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;

/** Counts the values inside a value. */
final class ValueParts {

  /** Limit of the values that a slot may show. Each may become a part of a cache key. */
  static final int MOST = 1_000;

  private ValueParts() {}

  /** Returns whether a value contains too many values. The items of a list count as one. */
  static boolean tooMany(Shape shape) {
    return shape instanceof Shape.Large
        || ShapeWalk.of(shape, "").stream().filter(visit -> isLeaf(visit.shape())).count() > MOST;
  }

  private static boolean isLeaf(Shape shape) {
    return shape.isScalar()
        || shape instanceof Shape.Recursive
        || shape.isOpaque()
        || shape instanceof Shape.Structure structure && structure.components().isEmpty();
  }
}
