package io.stepwright.report;

import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.ModelReply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request to a model, or one execution of a code step that has a {@code maxAttempts}.
 * Immutable.
 *
 * @param number 1 for the first of the step, counted over all of its models
 * @param reason the reason for the attempt
 * @param provider the provider's name, null for a code step
 * @param model the model that was asked, null for a code step
 * @param answeredBy the model that answered as the server names it, null if none did
 * @param finishReason the server's own word for why the model stopped, if it is not a usual one, so
 *     that the answer may be cut and is not cached; else null
 * @param waited the time that the step waited before the attempt, for a rate limit or as a backoff
 * @param start the start, relative to the start of the run
 * @param duration the duration
 * @param onWire the part of the duration that the attempt was on the wire: from the attempt to
 *     connect or the first byte sent to the last byte received; null if the client did not measure
 *     it, or for a code step
 * @param inputTokens the tokens of the request as the server counted them, {@link
 *     ModelReply#UNKNOWN} if it did not
 * @param outputTokens the tokens of the answer as the server counted them, {@link
 *     ModelReply#UNKNOWN} if it did not
 * @param cost the cost; a request that the server refused costs nothing
 * @param status the HTTP status of a failure, {@link ModelClientException#NO_STATUS} if there was
 *     none
 * @param failure the failure, or null if the attempt gave a value
 * @param content the texts of the request and the answer, each cut to a few thousand characters;
 *     null unless {@code stepwright.report.content} is set, which is for development only
 */
public record AttemptReport(
    int number,
    AttemptReason reason,
    @Nullable String provider,
    @Nullable String model,
    @Nullable String answeredBy,
    @Nullable String finishReason,
    Duration waited,
    Duration start,
    Duration duration,
    @Nullable Duration onWire,
    long inputTokens,
    long outputTokens,
    Cost cost,
    int status,
    @Nullable FailureReport failure,
    @Nullable ModelContent content) {

  /** Returns true if this is a request to a model. */
  public boolean isModelCall() {
    return model != null;
  }

  /** Returns true if this repeats an earlier attempt of its step. */
  public boolean isRepeated() {
    return reason.isRepetition();
  }

  /** Returns true if this is the first attempt of a turn of the model. */
  boolean beginsTurn() {
    return switch (reason) {
      case FIRST, TURN, REPAIR -> true;
      case RETRY, FALLBACK -> false;
    };
  }
}
