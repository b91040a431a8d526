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
 * @param reason why it was made
 * @param provider the provider's name, null for a code step
 * @param model the model that was asked, null for a code step
 * @param answeredBy the model that answered as the server names it, null if none did
 * @param finishReason the server's own word for why the model stopped, if it is none of the usual
 *     ones, so that the answer may be cut and is not remembered; else null
 * @param waited how long the step waited for it: for a limit on requests, or to be gentle with a
 *     server in trouble
 * @param start when it started, from the start of the run on
 * @param duration how long it took
 * @param inputTokens as the server counted, {@link ModelReply#UNKNOWN} if it did not
 * @param outputTokens as the server counted, {@link ModelReply#UNKNOWN} if it did not
 * @param cost what it cost; a request that the server refused costs nothing
 * @param status the HTTP status of a failure, {@link ModelClientException#NO_STATUS} if there was
 *     none
 * @param failure why it brought no value, or null
 * @param content what was sent and answered, each text cut to a few thousand characters; null
 *     unless {@code stepwright.report.content} is set, which is for development only
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
    long inputTokens,
    long outputTokens,
    Cost cost,
    int status,
    @Nullable FailureReport failure,
    @Nullable ModelContent content) {

  /** Whether it asked a model. */
  public boolean isModelCall() {
    return model != null;
  }

  /** Whether it is not the first of its step. */
  public boolean isRepeated() {
    return reason != AttemptReason.FIRST;
  }
}
