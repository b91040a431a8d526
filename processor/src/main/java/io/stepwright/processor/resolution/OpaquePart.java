package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Shape;
import java.util.Optional;

/** Finds the part of a value that cannot be written as JSON. */
final class OpaquePart {

  private OpaquePart() {}

  /** Where it is and what it is, for a message; nothing if all can be written. */
  static Optional<String> of(Shape shape, String path) {
    if (shape instanceof Shape.Opaque opaque) {
      return Optional.of("'%s' is of type %s".formatted(path, opaque.type().display()));
    }
    if (shape instanceof Shape.Structure structure) {
      return structure.components().stream()
          .flatMap(part -> of(part.shape(), path + "." + part.name()).stream())
          .findFirst();
    }
    if (shape instanceof Shape.Sequence sequence) {
      return of(sequence.element(), path + "[]");
    }
    if (shape instanceof Shape.Mapping mapping) {
      return of(mapping.value(), path + "[]");
    }
    if (shape instanceof Shape.Maybe maybe) {
      return of(maybe.value(), path);
    }
    return Optional.empty();
  }
}
