package io.stepwright.wiring;

/** A message to a model: a text without slots, or a text whose slots are filled. */
public sealed interface PromptMessage permits PromptText, FilledPrompt {

  /**
   * Returns the whole message.
   *
   * @throws IllegalStateException if a slot is not filled
   */
  String message();
}
