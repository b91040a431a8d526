package io.stepwright.processor.model;

import java.util.Optional;

/**
 * Finds the parts of a value whose types generated code has to name but cannot, because they are
 * private or belong to another package.
 */
public final class ShapeAccess {

  private ShapeAccess() {}

  /** Returns the reason why values of a shape cannot be made; empty if they can. */
  public static Optional<String> toMake(Shape shape, String path, Types types) {
    return ShapeWalk.of(shape, path).stream()
        .filter(visit -> !canMake(visit.shape(), types))
        .map(visit -> problem(visit, types))
        .findFirst();
  }

  private static boolean canMake(Shape shape, Types types) {
    if (shape instanceof Shape.Structure) {
      return types.makeable(shape.type());
    }
    return !(shape instanceof Shape.Choice || shape instanceof Shape.Enumeration)
        || types.accessible(shape.type());
  }

  /**
   * Returns the reason why values of a shape cannot be written as JSON; empty if they can. Enums
   * and lists that are components of records are written without naming their types.
   *
   * @param inParts true if each component is also written by itself
   */
  public static Optional<String> toWrite(Shape shape, String path, boolean inParts, Types types) {
    return ShapeWalk.of(shape, path).stream()
        .filter(visit -> needsName(visit, visit.path().equals(path), inParts))
        .filter(visit -> !types.accessible(visit.shape().type()))
        .map(visit -> problem(visit, types))
        .findFirst();
  }

  private static boolean needsName(ShapeWalk.Visit visit, boolean whole, boolean inParts) {
    Shape shape = visit.shape();
    if (shape instanceof Shape.Enumeration) {
      return !visit.isComponent() && !whole; // An enum is named only as the item of a list.
    }
    if (shape instanceof Shape.Structure || shape instanceof Shape.Choice) {
      return true;
    }
    return !shape.isScalar() && (inParts || !visit.isComponent());
  }

  private static String problem(ShapeWalk.Visit visit, Types types) {
    return "'%s' is of type %s, which the generated class cannot %s"
        .formatted(
            visit.path(),
            visit.shape().type().display(),
            types.accessible(visit.shape().type()) ? "make" : "name");
  }
}
