package io.stepwright.openai.reply;

import org.jspecify.annotations.Nullable;

/**
 * What a model wrote. Immutable.
 *
 * @param content its text, or null if there is none
 * @param refusal its refusal, or null if there is none
 */
public record Message(@Nullable String content, @Nullable String refusal) {

  /** Leaves out the texts: they may be personal. */
  @Override
  public String toString() {
    return "Message";
  }
}
