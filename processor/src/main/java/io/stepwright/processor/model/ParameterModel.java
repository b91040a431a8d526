package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a method, or a component of a result record.
 *
 * @param name its name; meaningless if {@code nameKnown} is false
 * @param nameKnown true if the name is that of the source, which class files may have lost
 * @param type its declared type
 * @param from the path in {@code @From}, or null
 * @param each the content of {@code @Each}, or null
 * @param nullness its null annotations
 * @param place its position in the source
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
   * The content of {@code @Each}.
   *
   * @param path the path of the list
   * @param atOnce the most items that run at the same time
   * @param atOncePlace the position of that number
   * @param onFailure the effect of a failed item on the step
   * @param onFailurePlace the position of {@code onFailure}
   */
  public record EachText(
      Named path, int atOnce, Place atOncePlace, ItemFailure onFailure, Place onFailurePlace) {}

  /** Returns a copy of this parameter that is bound to a path. */
  public ParameterModel from(Named path) {
    return new ParameterModel(name, nameKnown, type, path, each, nullness, place);
  }

  /** Returns a copy of this parameter with the name that its class file has lost. */
  public ParameterModel named(String known) {
    return new ParameterModel(known, true, type, from, each, nullness, place);
  }

  /** Returns whether the parameter accepts an absent value. */
  public boolean optional() {
    return type.isClass("java.util.Optional");
  }

  /** Returns the type of the value that the parameter takes, without its {@code Optional}. */
  public TypeRef valueType() {
    return optional()
            && type instanceof TypeRef.Declared declared
            && declared.arguments().size() == 1
        ? declared.arguments().get(0)
        : type;
  }

  /** Returns whether the parameter takes a conversation, which a model is asked to continue. */
  public boolean isHistory() {
    return Shape.History.is(valueType());
  }

  /** Returns how many of the 255 parameter slots that the JVM allows a method it takes. */
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
