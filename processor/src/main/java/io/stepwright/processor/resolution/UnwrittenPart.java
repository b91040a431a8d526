package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeAccess;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.Types;
import java.util.Optional;

/**
 * Finds a part of an argument or a result of a tool that has no form as JSON. Unlike a prompt, a
 * call has no place for media and conversations.
 */
public final class UnwrittenPart {

  private UnwrittenPart() {}

  /**
   * Returns the first such part, for a message; empty if the whole value can be written.
   *
   * @param inParts true if each component is also written by itself
   */
  public static Optional<String> of(Shape shape, String path, boolean inParts, Types types) {
    if (ValueParts.tooMany(shape)) {
      return Optional.of("'%s' has more than %s values in it".formatted(path, ValueParts.MOST));
    }
    return OpaquePart.of(shape, path)
        .or(() -> medium(shape, path))
        .or(() -> ShapeAccess.toWrite(shape, path, inParts, types));
  }

  private static Optional<String> medium(Shape shape, String path) {
    return ShapeWalk.of(shape, path).stream()
        .filter(visit -> visit.shape().isOpaque())
        .map(visit -> "'%s' is of type %s".formatted(visit.path(), visit.shape().type().display()))
        .findFirst();
  }
}
