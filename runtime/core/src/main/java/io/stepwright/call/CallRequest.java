package io.stepwright.call;

import io.stepwright.spi.ModelRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model call before it is divided into attempts. Immutable.
 *
 * @param model the model's name at its provider
 * @param system the system message, or null
 * @param prompt the user message
 * @param schema what the answer must look like, or null for plain text
 * @param temperature the sampling temperature, NaN if the server decides
 * @param maxOutputTokens the most tokens of an answer, 0 if the server decides
 * @param attemptLimit how long one attempt may take
 * @param deadline when the answer is of no use any more
 * @param idempotencyKey the same for all attempts
 */
public record CallRequest(
    String model,
    @Nullable String system,
    String prompt,
    ModelRequest.@Nullable Schema schema,
    double temperature,
    int maxOutputTokens,
    Duration attemptLimit,
    Deadline deadline,
    String idempotencyKey) {

  ModelRequest attempt(Duration timeout) {
    return new ModelRequest(
        model, system, prompt, schema, temperature, maxOutputTokens, timeout, idempotencyKey);
  }

  /** Leaves out the texts: they may be personal. */
  @Override
  public String toString() {
    return "CallRequest[model=" + model + "]";
  }
}
