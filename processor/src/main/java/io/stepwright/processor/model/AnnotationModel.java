package io.stepwright.processor.model;

import java.util.List;
import java.util.Map;

/**
 * An annotation to repeat in generated code.
 *
 * @param type its type
 * @param values its values by their names, without those that are at their defaults
 */
public record AnnotationModel(TypeRef.Declared type, Map<String, Value> values) {

  /** A value of an annotation. */
  public sealed interface Value {}

  /**
   * A string or a primitive.
   *
   * @param value the string, or the boxed primitive
   */
  public record Constant(Object value) implements Value {}

  /** A constant of an enum. */
  public record EnumConstant(TypeRef.Declared type, String name) implements Value {}

  /** A class. */
  public record ClassLiteral(TypeRef type) implements Value {}

  /** An annotation. */
  public record Nested(AnnotationModel annotation) implements Value {}

  /** An array. */
  public record Items(List<Value> items) implements Value {}
}
