package io.stepwright.call;

import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.util.List;

/**
 * Sends the turns of one dialogue, each to one model, and repeats a turn after failures that may
 * pass. For one thread.
 *
 * @param <R> the type of a reply that was read
 */
public final class TurnSender<R> {

  private final CallRequest request;
  private final Backoff backoff;
  private final Sender<R> sender;

  public TurnSender(
      CallRequest request, Backoff backoff, ReplyReader<R> reader, AttemptObserver observer) {
    this.request = request;
    this.backoff = backoff;
    this.sender = new Sender<>(request, reader, observer);
  }

  /**
   * The content of one turn. Immutable.
   *
   * @param key a part of the idempotency key, different for each turn and model of the dialogue
   * @param turns the conversation that the model is asked to continue
   * @param tools the tools that the model may call
   * @param choice the freedom to call them
   * @param mostTokens the maximum number of output tokens that are left, 0 if there is no limit
   */
  public record Content(
      String key, List<Turn> turns, List<ToolSpec> tools, ToolChoice choice, int mostTokens) {

    /** Omits the texts, which may be personal. */
    @Override
    public String toString() {
      return "Content[" + key + "]";
    }
  }

  /**
   * Sends a turn and reads the reply.
   *
   * @param reason the reason for the first attempt
   * @throws ModelFailure if there is no reply after all attempts
   * @throws UnusableReplyException if there is a reply that cannot be used
   * @throws DeadlinePassedException if the deadline of the request has passed
   * @throws InterruptedException if the thread was interrupted
   */
  public R send(Target target, Content content, AttemptReason reason)
      throws ModelFailure, UnusableReplyException, DeadlinePassedException, InterruptedException {
    if (reason == AttemptReason.TURN) {
      // Tools were executed since the last request.
      sender.resume();
    }
    Question question =
        new Question(
            request.key() + "-" + content.key(),
            content.turns(),
            content.tools(),
            content.choice(),
            content.mostTokens());
    return new Attempts<>(target, request, sender, backoff).askUnrepaired(question, reason);
  }

  /** Returns turns that are followed by an unusable reply and the complaint about it. */
  public List<Turn> repaired(List<Turn> turns, UnusableReplyException unusable) {
    return Question.repaired(turns, unusable, request.schema() != null);
  }

  /** Returns the failure of a model whose reply cannot be used. */
  public ModelFailure failure(Target target, UnusableReplyException unusable) {
    return new ModelFailure(target, 1, String.valueOf(unusable.getMessage()), unusable);
  }
}
