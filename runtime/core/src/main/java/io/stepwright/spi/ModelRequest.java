package io.stepwright.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to get an answer of a model. Immutable. Its texts can be sent: lone surrogates are
 * replaced by U+FFFD.
 *
 * @param model the model's name at its provider
 * @param system the system message, or null
 * @param prompt the user message
 * @param schema what the answer must look like, or null for plain text
 * @param temperature the sampling temperature, NaN if it is not to be sent
 * @param maxOutputTokens the most tokens of the answer, 0 if it is not to be sent
 * @param timeout how long the attempt may take in all, the body of the answer included
 * @param idempotencyKey the same for every attempt to get an answer of one model to one question;
 *     another one with {@code rejected}, which makes it another question
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

  /** A request that no answer has come before. */
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
   * An answer that did not fit, shown to the model that wrote it, after the prompt.
   *
   * @param answer what the model wrote
   * @param complaint what the user says to it
   */
  public record Rejected(String answer, String complaint) {

    /** Makes the texts {@linkplain #wellFormed well-formed}. */
    public Rejected {
      answer = wellFormed(answer);
      complaint = wellFormed(complaint);
    }

    /** Leaves out the texts: they may be personal. */
    @Override
    public String toString() {
      return "Rejected";
    }
  }

  /**
   * A text as it can be sent: half a surrogate pair, which servers refuse, is replaced by U+FFFD.
   * The text itself if there is none.
   */
  public static String wellFormed(String text) {
    return WellFormed.of(text);
  }

  /** Leaves out the texts: they may be personal. */
  @Override
  public String toString() {
    return "ModelRequest[model="
        + model
        + ", schema="
        + (schema == null ? null : schema.name())
        + "]";
  }
}
