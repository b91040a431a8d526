package io.stepwright.openai.reply;

import org.jspecify.annotations.Nullable;

/**
 * What a model wrote. Immutable.
 *
 * @param content its text, or null if there is none
 * @param refusal its refusal, or null if there is none
 * @param finish what it says about why the model stopped, {@link FinishWord#NONE} if nothing
 * @param error what it says went wrong, or null
 */
public record Message(
    @Nullable String content,
    @Nullable String refusal,
    FinishWord finish,
    @Nullable ServerError error) {

  /** Leaves out the texts: they may be personal. */
  @Override
  public String toString() {
    return "Message";
  }
}
