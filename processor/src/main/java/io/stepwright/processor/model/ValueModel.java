package io.stepwright.processor.model;

import java.util.List;

/**
 * The value that a method produces, without its wrappers.
 *
 * @param type the type of the value itself; {@code void} if there is none
 * @param optional true if it is wrapped in {@code Optional}
 * @param future true if it is wrapped in {@code CompletableFuture}
 * @param reported true if it is wrapped in {@code AgentResult}
 */
public record ValueModel(TypeRef type, boolean optional, boolean future, boolean reported) {

  private static final List<String> WRAPPERS =
      List.of(
          "java.util.Optional",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future",
          "io.stepwright.runtime.AgentResult");

  /**
   * Returns whether the value is still a wrapper, of a kind or in an order that is not supported.
   */
  public boolean wrapped() {
    return WRAPPERS.stream().anyMatch(type::isClass);
  }

  /** Returns whether there is no value. */
  public boolean none() {
    return type.isVoid();
  }
}
