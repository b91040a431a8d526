package io.stepwright.call;

import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request that was made, and its outcome. Immutable.
 *
 * @param start the start of the attempt
 * @param reply the answer, or null if there was none
 * @param failure the failure, or null if the attempt gave a value
 */
public record Attempt(Start start, @Nullable ModelReply reply, @Nullable Throwable failure) {

  /**
   * The start of an attempt. Immutable.
   *
   * @param number 1 for the first of the call, counted over all of its models
   * @param reason the reason for the attempt
   * @param target the model that is asked
   * @param request the request
   * @param waitedNanos the time in nanoseconds that the call waited before the attempt
   * @param nanos the start time, as {@link System#nanoTime}
   */
  public record Start(
      int number,
      AttemptReason reason,
      Target target,
      ModelRequest request,
      long waitedNanos,
      long nanos) {}

  /** Returns the tokens of the request, {@link ModelReply#UNKNOWN} if the server did not tell. */
  public long inputTokens() {
    if (reply != null) {
      return reply.inputTokens();
    }
    return failure instanceof ModelClientException e ? e.inputTokens() : ModelReply.UNKNOWN;
  }

  /** Returns the tokens of the answer, {@link ModelReply#UNKNOWN} if the server did not tell. */
  public long outputTokens() {
    if (reply != null) {
      return reply.outputTokens();
    }
    return failure instanceof ModelClientException e ? e.outputTokens() : ModelReply.UNKNOWN;
  }

  /**
   * Returns the time in nanoseconds that the attempt was on the wire, {@link ModelReply#UNKNOWN} if
   * the client did not measure it.
   */
  public long wireNanos() {
    if (reply != null) {
      return reply.wireNanos();
    }
    return failure instanceof ModelClientException e ? e.wireNanos() : ModelReply.UNKNOWN;
  }
}
