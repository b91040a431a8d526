package io.stepwright.processor.model;

/**
 * What a method brings, with its wrappers peeled off.
 *
 * @param type the type of the value itself; {@code void} if there is none
 * @param optional whether it comes as {@code Optional}
 * @param future whether it comes as {@code CompletableFuture}
 * @param reported whether it comes as {@code AgentResult}
 */
public record ValueModel(TypeRef type, boolean optional, boolean future, boolean reported) {

  /** Whether there is no value. */
  public boolean none() {
    return type.isVoid();
  }
}
