package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the part of a value that cannot be written as JSON. */
final class OpaquePart {

  private OpaquePart() {}

  /** Where it is and what it is, for a message; nothing if all can be written. */
  static Optional<String> of(Shape shape, String path) {
    return ShapeWalk.of(shape, path).stream()
        .flatMap(
            visit ->
                visit.shape() instanceof Shape.Opaque opaque
                    ? Stream.of("'%s' is of type %s".formatted(visit.path(), opaque.display()))
                    : Stream.empty())
        .findFirst();
  }
}
