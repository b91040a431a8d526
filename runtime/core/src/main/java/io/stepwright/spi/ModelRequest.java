package io.stepwright.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to get an answer from a model. Immutable. All texts are well-formed: lone surrogates
 * are replaced by U+FFFD.
 *
 * @param model the model's name at its provider
 * @param system the system message, or null
 * @param prompt the user message
 * @param schema the schema of the answer, or null for plain text
 * @param temperature the sampling temperature, NaN if it is not to be sent
 * @param maxOutputTokens the maximum number of output tokens, 0 if it is not to be sent
 * @param timeout the time limit of the attempt, the body of the answer included
 * @param idempotencyKey equal for all attempts to get an answer of one model to one question; a
 *     request with {@code rejected} is another question and has another key
 * @param rejected an earlier answer that did not fit, or null
 */
public record ModelRequest(
    String model,
    @Nullable String system,
    String prompt,
    @Nullable Schema schema,
    double temperature,
    int maxOutputTokens,
    Duration timeout,
    String idempotencyKey,
    @Nullable Rejected rejected) {

  /** Makes texts {@linkplain #wellFormed well-formed}. */
  public ModelRequest {
    system = system == null ? null : wellFormed(system);
    prompt = wellFormed(prompt);
  }

  /** Makes a request without an earlier answer. */
  public ModelRequest(
      String model,
      @Nullable String system,
      String prompt,
      @Nullable Schema schema,
      double temperature,
      int maxOutputTokens,
      Duration timeout,
      String idempotencyKey) {
    this(
        model, system, prompt, schema, temperature, maxOutputTokens, timeout, idempotencyKey, null);
  }

  /**
   * A strict JSON Schema.
   *
   * @param name letters, digits, {@code _} and {@code -}, at most 64
   * @param json the schema itself
   */
  public record Schema(String name, String json) {

    /** Makes the schema {@linkplain #wellFormed well-formed}. */
    public Schema {
      json = wellFormed(json);
    }
  }

  /**
   * An answer that did not fit. It is shown to the model that wrote it, after the prompt.
   *
   * @param answer the text that the model wrote
   * @param complaint the user message that follows it
   */
  public record Rejected(String answer, String complaint) {

    /** Makes the texts {@linkplain #wellFormed well-formed}. */
    public Rejected {
      answer = wellFormed(answer);
      complaint = wellFormed(complaint);
    }

    /** Leaves out the texts, which may be personal. */
    @Override
    public String toString() {
      return "Rejected";
    }
  }

  /**
   * Returns a text that can be sent: a lone surrogate, which servers refuse, is replaced by U+FFFD.
   * Returns the given object if there is none.
   */
  public static String wellFormed(String text) {
    return WellFormed.of(text);
  }

  /** Leaves out the texts, which may be personal. */
  @Override
  public String toString() {
    return "ModelRequest[model="
        + model
        + ", schema="
        + (schema == null ? null : schema.name())
        + "]";
  }
}
