package io.stepwright.processor.model;

import java.util.List;

/**
 * A constructor of the agent that the generated class can call.
 *
 * @param typeParameters its type parameters
 * @param parameters its parameters
 * @param parameterAnnotations the annotations of each parameter
 * @param thrown the exceptions that it declares
 * @param annotations its annotations
 * @param varargs true if its last parameter is a varargs parameter
 * @param access its access
 */
public record ConstructorModel(
    List<TypeParameter> typeParameters,
    List<ParameterModel> parameters,
    List<List<AnnotationModel>> parameterAnnotations,
    List<TypeRef> thrown,
    List<AnnotationModel> annotations,
    boolean varargs,
    MethodModel.Access access) {

  /** A type parameter with its bounds. */
  public record TypeParameter(String name, List<TypeRef> bounds) {}

  /** Returns the default constructor of a type that declares none. */
  public static ConstructorModel withoutParameters() {
    return new ConstructorModel(
        List.of(), List.of(), List.of(), List.of(), List.of(), false, MethodModel.Access.PUBLIC);
  }

  /**
   * Returns how many of the 255 parameter slots that the JVM allows a method its parameters take.
   */
  public int places() {
    return parameters.stream().mapToInt(ParameterModel::places).sum();
  }
}
