package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.TypeRef;
import java.util.Optional;

/** Finds the part of a value that cannot be written as JSON. */
final class OpaquePart {

  private OpaquePart() {}

  /** Bytes would be written as a list of numbers, which nobody means. */
  private static boolean isBytes(Shape shape) {
    return shape instanceof Shape.Sequence sequence
        ? sequence.element().type().isClass("java.lang.Byte")
        : shape.type().equals(new TypeRef.Array(new TypeRef.Primitive("byte")));
  }

  private static String what(Shape shape) {
    String type = shape instanceof Shape.Opaque opaque ? opaque.display() : shape.type().display();
    return isBytes(shape) ? type + ", and bytes are no text" : type;
  }

  /** Where it is and what it is, for a message; nothing if all can be written. */
  static Optional<String> of(Shape shape, String path) {
    return ShapeWalk.of(shape, path).stream()
        .filter(visit -> visit.shape() instanceof Shape.Opaque || isBytes(visit.shape()))
        .map(visit -> "'%s' is of type %s".formatted(visit.path(), what(visit.shape())))
        .findFirst();
  }
}
