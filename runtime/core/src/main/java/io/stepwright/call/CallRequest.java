package io.stepwright.call;

import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.StepId;
import io.stepwright.spi.Turn;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request of a step, before it is divided into attempts. Immutable.
 *
 * @param step the step that asks
 * @param turns the conversation up to the step's prompt, which is the last turn
 * @param schema the schema of the answer, or null for plain text
 * @param temperature the sampling temperature, NaN if the server decides
 * @param maxOutputTokens the maximum number of output tokens, 0 if the server decides
 * @param maxAttempts the maximum number of requests to each model
 * @param attemptLimit the time limit of one attempt
 * @param deadline the deadline of the whole call
 * @param key a globally unique name of this call
 */
public record CallRequest(
    StepId step,
    List<Turn> turns,
    ModelRequest.@Nullable Schema schema,
    double temperature,
    int maxOutputTokens,
    int maxAttempts,
    Duration attemptLimit,
    Deadline deadline,
    String key) {

  /** Copies the list. */
  public CallRequest {
    turns = List.copyOf(turns);
  }

  ModelRequest attempt(Target target, Question question, Duration timeout) {
    return new ModelRequest(
        step,
        target.model(),
        question.turns(),
        question.tools(),
        schema,
        new ModelRequest.Options(
            temperature,
            question.limited(maxOutputTokens),
            timeout,
            question.idempotencyKey(),
            question.choice(),
            target.body()));
  }

  /** Leaves out the texts, which may be personal. */
  @Override
  public String toString() {
    return "CallRequest[" + key + "]";
  }
}
