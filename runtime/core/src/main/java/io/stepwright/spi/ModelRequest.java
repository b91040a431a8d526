package io.stepwright.spi;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to get an answer from a model: the conversation so far, which the model is asked to
 * continue. Immutable. All texts are {@linkplain #wellFormed well-formed}.
 *
 * <p>The turns are, in this order: the step's instructions if there are any, the history that the
 * step was given, the step's prompt, and whatever followed it: an answer that did not fit and the
 * complaint about it, or calls of tools and their results. The last turn is never the model's.
 *
 * @param step the step that asks
 * @param model the model's name at its provider
 * @param turns the conversation, oldest turn first; at least one
 * @param tools the tools that the model may call
 * @param schema the schema of the answer, or null for plain text
 * @param options how the model is to answer
 */
public record ModelRequest(
    StepId step,
    String model,
    List<Turn> turns,
    List<ToolSpec> tools,
    @Nullable Schema schema,
    Options options) {

  /** Copies the lists. */
  public ModelRequest {
    turns = List.copyOf(turns);
    tools = List.copyOf(tools);
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("A request needs at least one turn.");
    }
  }

  /**
   * The manner in which a model is to answer.
   *
   * @param temperature the sampling temperature, NaN if it is not to be sent
   * @param maxOutputTokens the maximum number of output tokens, 0 if it is not to be sent
   * @param timeout the time limit of the attempt, the body of the answer included
   * @param idempotencyKey equal for all attempts to get an answer of one model to the same turns;
   *     other turns have another key
   * @param toolChoice the freedom to call tools; of no effect without tools
   * @param body a JSON object that is merged into the body of the request, over that of the
   *     provider; or null
   */
  public record Options(
      double temperature,
      int maxOutputTokens,
      Duration timeout,
      String idempotencyKey,
      ToolChoice toolChoice,
      @Nullable String body) {

    /** Makes options that leave all but the time limit to the server. */
    public Options(Duration timeout, String idempotencyKey) {
      this(Double.NaN, 0, timeout, idempotencyKey, ToolChoice.AUTO, null);
    }
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

  /** Returns the text of the instructions, or null if there are none. */
  public @Nullable String system() {
    return turns.get(0) instanceof Turn.Instructions instructions ? instructions.text() : null;
  }

  /**
   * Returns the text of the last message to the model: the prompt of the step, or the complaint
   * about an answer to it. Media are left out. Empty if there is no such message.
   */
  public String prompt() {
    for (int i = turns.size() - 1; i >= 0; i--) {
      if (turns.get(i) instanceof Turn.User user) {
        return user.text();
      }
    }
    return "";
  }

  /**
   * Returns a text that can be sent: a lone surrogate, which servers refuse, is replaced by U+FFFD.
   * Returns the given object if there is none.
   */
  public static String wellFormed(String text) {
    return WellFormed.of(text);
  }

  /** Omits the texts, which may be personal. */
  @Override
  public String toString() {
    return "ModelRequest[step="
        + step.agent()
        + "."
        + step.step()
        + ", model="
        + model
        + ", turns="
        + turns.size()
        + ", schema="
        + (schema == null ? null : schema.name())
        + "]";
  }
}
