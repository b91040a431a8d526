package io.stepwright.processor.model;

import java.util.List;

/**
 * A check of one step.
 *
 * @param method the name of its method
 * @param unwraps whether it takes the value of a result that is an {@code Optional}
 * @param arguments the parameters of the step that it takes, after the result
 */
public record ResolvedCheck(String method, boolean unwraps, List<String> arguments) {

  /** Copies the list. */
  public ResolvedCheck {
    arguments = List.copyOf(arguments);
  }
}
