package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a method, or a component of a result record.
 *
 * @param name its name; meaningless if {@code nameKnown} is false
 * @param nameKnown whether the name is the one in the source: class files may have lost it
 * @param type its type as it is declared
 * @param from what {@code @From} says, or null
 * @param each what {@code @Each} says, or null
 * @param nullness what it says about null
 * @param place where it stands
 */
public record ParameterModel(
    String name,
    boolean nameKnown,
    TypeRef type,
    @Nullable Named from,
    @Nullable EachText each,
    Nullness nullness,
    Place place) {

  /**
   * What {@code @Each} says.
   *
   * @param path the path to the list
   * @param atOnce the most items at once
   * @param atOncePlace where that stands
   * @param onFailure what becomes of the step if an item fails
   * @param onFailurePlace where that stands
   */
  public record EachText(
      Named path, int atOnce, Place atOncePlace, ItemFailure onFailure, Place onFailurePlace) {}

  /** This parameter, bound to a path. */
  public ParameterModel from(Named path) {
    return new ParameterModel(name, nameKnown, type, path, each, nullness, place);
  }

  /** Whether it takes an absent value too. */
  public boolean optional() {
    return type.isClass("java.util.Optional");
  }

  /** The type of the value that it takes: without its {@code Optional}. */
  public TypeRef valueType() {
    return optional()
            && type instanceof TypeRef.Declared declared
            && declared.arguments().size() == 1
        ? declared.arguments().get(0)
        : type;
  }

  /** How many of the 255 places of a method it takes. */
  public int places() {
    return places(type);
  }

  static int places(TypeRef type) {
    return type instanceof TypeRef.Primitive primitive
            && (primitive.name().equals("long") || primitive.name().equals("double"))
        ? 2
        : 1;
  }
}
