package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.TypeRef;
import java.util.Optional;

/** Finds a part of a value that cannot be written as JSON. */
final class OpaquePart {

  private OpaquePart() {}

  /** Returns whether a shape holds bytes, which JSON would show as a list of numbers. */
  private static boolean isBytes(Shape shape) {
    return shape instanceof Shape.Sequence sequence
        ? sequence.element().type().isClass("java.lang.Byte")
        : shape.type().equals(new TypeRef.Array(new TypeRef.Primitive("byte")));
  }

  private static String what(Shape shape) {
    String type = shape instanceof Shape.Opaque opaque ? opaque.display() : shape.type().display();
    if (shape.type().isClass("java.nio.file.Path") || shape.type().isClass("java.io.File")) {
      return type + ", the name of a file (to show the file, take an Image or a Pdf made by read)";
    }
    return isBytes(shape)
        ? type + ", and bytes are no text (a medium is an Image, a Pdf or an Audio)"
        : type;
  }

  /**
   * Returns the path and type of the first such part, for a message; empty if the whole value can
   * be written.
   */
  static Optional<String> of(Shape shape, String path) {
    return ShapeWalk.of(shape, path).stream()
        .filter(visit -> visit.shape() instanceof Shape.Opaque || isBytes(visit.shape()))
        .map(visit -> "'%s' is of type %s".formatted(visit.path(), what(visit.shape())))
        .findFirst();
  }
}
