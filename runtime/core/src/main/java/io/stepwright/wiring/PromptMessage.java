package io.stepwright.wiring;

/** A message to a model that is ready to be sent: a text without slots, or one that is filled. */
public sealed interface PromptMessage permits PromptText, FilledPrompt {

  /**
   * The whole message.
   *
   * @throws IllegalStateException if a slot is not filled
   */
  String message();
}
