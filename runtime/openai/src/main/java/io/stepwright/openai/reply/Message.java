package io.stepwright.openai.reply;

import org.jspecify.annotations.Nullable;

/**
 * A message of a model. Immutable.
 *
 * @param content the text, or null if there is none
 * @param refusal the refusal, or null if there is none
 * @param finish the message's own sign of why the model stopped, {@link FinishWord#NONE} if there
 *     is none
 * @param error the message's own error, or null
 */
public record Message(
    @Nullable String content,
    @Nullable String refusal,
    FinishWord finish,
    @Nullable ServerError error) {

  /** Leaves out the texts, which may be personal. */
  @Override
  public String toString() {
    return "Message";
  }
}
