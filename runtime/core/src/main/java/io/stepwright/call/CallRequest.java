package io.stepwright.call;

import io.stepwright.spi.ModelRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The request of a step, before it is divided into attempts. Immutable.
 *
 * @param system the system message, or null
 * @param prompt the user message
 * @param schema the schema of the answer, or null for plain text
 * @param temperature the sampling temperature, NaN if the server decides
 * @param maxOutputTokens the maximum number of output tokens, 0 if the server decides
 * @param maxAttempts the maximum number of requests to each model
 * @param attemptLimit the time limit of one attempt
 * @param deadline the deadline of the whole call
 * @param key a globally unique name of this call
 */
public record CallRequest(
    @Nullable String system,
    String prompt,
    ModelRequest.@Nullable Schema schema,
    double temperature,
    int maxOutputTokens,
    int maxAttempts,
    Duration attemptLimit,
    Deadline deadline,
    String key) {

  ModelRequest attempt(String model, Question question, Duration timeout) {
    return new ModelRequest(
        model,
        system,
        prompt,
        schema,
        temperature,
        maxOutputTokens,
        timeout,
        question.idempotencyKey(),
        question.rejected());
  }

  /** Leaves out the texts, which may be personal. */
  @Override
  public String toString() {
    return "CallRequest[" + key + "]";
  }
}
