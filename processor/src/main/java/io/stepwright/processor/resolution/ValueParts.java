package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;

/** Counts the values that a value is made of. */
final class ValueParts {

  /** Nobody reads more than that, and each may be a part of a cache's key. */
  static final int MOST = 1_000;

  private ValueParts() {}

  /** Whether a value has too many values in it; an item of a list, however many, counts once. */
  static boolean tooMany(Shape shape) {
    return shape instanceof Shape.Large
        || ShapeWalk.of(shape, "").stream().filter(visit -> isLeaf(visit.shape())).count() > MOST;
  }

  private static boolean isLeaf(Shape shape) {
    return shape.isScalar()
        || shape instanceof Shape.Recursive
        || shape instanceof Shape.Opaque
        || shape instanceof Shape.Structure structure && structure.components().isEmpty();
  }
}
