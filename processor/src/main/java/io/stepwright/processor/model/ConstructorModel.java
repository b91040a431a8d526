package io.stepwright.processor.model;

import java.util.List;

/**
 * A constructor of the agent that the generated class can call.
 *
 * @param parameters its parameters
 * @param thrown the exceptions that it declares
 * @param annotations its annotations
 * @param varargs whether the last parameter is
 * @param access who may call it
 */
public record ConstructorModel(
    List<ParameterModel> parameters,
    List<TypeRef> thrown,
    List<AnnotationModel> annotations,
    boolean varargs,
    MethodModel.Access access) {

  /** How many of the 255 places of a method its parameters take. */
  public int places() {
    return parameters.stream().mapToInt(ParameterModel::places).sum();
  }
}
