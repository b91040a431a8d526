package io.stepwright.call;

import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request that was made, and what came of it. Immutable.
 *
 * @param start how it began
 * @param reply the answer, or null if there was none
 * @param failure why it brought no value, or null
 */
public record Attempt(Start start, @Nullable ModelReply reply, @Nullable Throwable failure) {

  /**
   * How a request begins.
   *
   * @param number 1 for the first of the call, counted over all of its models
   * @param reason why it is made
   * @param target the model that is asked
   * @param request what is sent
   * @param waitedNanos how long the call waited for it, in nanoseconds
   * @param nanos when it starts, as {@link System#nanoTime}
   */
  public record Start(
      int number,
      AttemptReason reason,
      Target target,
      ModelRequest request,
      long waitedNanos,
      long nanos) {}

  /** The tokens of the request, {@link ModelReply#UNKNOWN} if the server did not say. */
  public long inputTokens() {
    if (reply != null) {
      return reply.inputTokens();
    }
    return failure instanceof ModelClientException e ? e.inputTokens() : ModelReply.UNKNOWN;
  }

  /** The tokens of the answer, {@link ModelReply#UNKNOWN} if the server did not say. */
  public long outputTokens() {
    if (reply != null) {
      return reply.outputTokens();
    }
    return failure instanceof ModelClientException e ? e.outputTokens() : ModelReply.UNKNOWN;
  }
}
