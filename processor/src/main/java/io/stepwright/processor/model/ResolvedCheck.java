package io.stepwright.processor.model;

import java.util.List;

/**
 * A check of one step.
 *
 * @param method the name of its method
 * @param unwraps true if the result is an {@code Optional} and the check takes its value
 * @param result the result as an argument with an empty name
 * @param arguments the parameters of the step that the check takes after the result
 */
public record ResolvedCheck(
    String method, boolean unwraps, Argument result, List<Argument> arguments) {

  /** Copies the list. */
  public ResolvedCheck {
    arguments = List.copyOf(arguments);
  }

  /** Returns the names of the step's parameters that the check takes. */
  public List<String> names() {
    return arguments.stream().map(Argument::name).toList();
  }

  /**
   * A value that is passed to a check.
   *
   * @param name the name of the step's parameter
   * @param given the type of the step's parameter
   * @param wanted the type of the check's parameter
   */
  public record Argument(String name, TypeRef given, TypeRef wanted) {}
}
