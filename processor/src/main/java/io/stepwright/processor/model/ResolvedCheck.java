package io.stepwright.processor.model;

import java.util.List;

/**
 * A check of one step.
 *
 * @param method the name of its method
 * @param unwraps whether it takes the value of a result that is an {@code Optional}
 * @param result the result, with an empty name
 * @param arguments the parameters of the step that it takes, after the result
 */
public record ResolvedCheck(
    String method, boolean unwraps, Argument result, List<Argument> arguments) {

  /** Copies the list. */
  public ResolvedCheck {
    arguments = List.copyOf(arguments);
  }

  /** The names of the parameters of the step that it takes. */
  public List<String> names() {
    return arguments.stream().map(Argument::name).toList();
  }

  /**
   * A value that a check takes.
   *
   * @param name the name of the step's parameter
   * @param given its type
   * @param wanted the type of the check's parameter
   */
  public record Argument(String name, TypeRef given, TypeRef wanted) {}
}
