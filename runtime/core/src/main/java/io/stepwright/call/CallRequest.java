package io.stepwright.call;

import io.stepwright.spi.ModelRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a step wants to know, before it is divided into attempts. Immutable.
 *
 * @param system the system message, or null
 * @param prompt the user message
 * @param schema what the answer must look like, or null for plain text
 * @param temperature the sampling temperature, NaN if the server decides
 * @param maxOutputTokens the most tokens of an answer, 0 if the server decides
 * @param maxAttempts the most requests to each model
 * @param attemptLimit how long one attempt may take
 * @param deadline when the answer is of no use any more
 * @param key a name for this call that no other call has, anywhere
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

  /** Leaves out the texts: they may be personal. */
  @Override
  public String toString() {
    return "CallRequest[" + key + "]";
  }
}
