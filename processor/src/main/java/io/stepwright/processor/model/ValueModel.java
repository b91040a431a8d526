package io.stepwright.processor.model;

import java.util.List;

/**
 * What a method brings, with its wrappers peeled off.
 *
 * @param type the type of the value itself; {@code void} if there is none
 * @param optional whether it comes as {@code Optional}
 * @param future whether it comes as {@code CompletableFuture}
 * @param reported whether it comes as {@code AgentResult}
 */
public record ValueModel(TypeRef type, boolean optional, boolean future, boolean reported) {

  private static final List<String> WRAPPERS =
      List.of(
          "java.util.Optional",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future",
          "io.stepwright.runtime.AgentResult");

  /** Whether the value is itself a wrapper, of a kind or in an order that cannot be peeled off. */
  public boolean wrapped() {
    return WRAPPERS.stream().anyMatch(type::isClass);
  }

  /** Whether there is no value. */
  public boolean none() {
    return type.isVoid();
  }
}
