package io.stepwright.openai.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a model. Immutable.
 *
 * @param content the text, or null if there is none
 * @param refusal the refusal, or null if there is none
 * @param calls the calls of tools that could be read
 * @param finish the message's own sign of why the model stopped, {@link FinishWord#NONE} if there
 *     is none
 * @param error the message's own error, or null
 */
public record Message(
    @Nullable String content,
    @Nullable String refusal,
    List<Call> calls,
    FinishWord finish,
    @Nullable ServerError error) {

  /** Copies the list. */
  public Message {
    calls = List.copyOf(calls);
  }

  /** Leaves out the texts, which may be personal. */
  @Override
  public String toString() {
    return "Message";
  }
}
