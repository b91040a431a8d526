package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a model gave an answer that is cut, is a refusal, does not fit the type of the step, or
 * does not pass one of its checks.
 */
public final class ModelOutputException extends AgentException {

  private static final long serialVersionUID = 1L;

  private final String rawText;
  private final @Nullable String refusal;

  /** For the runtime. */
  public ModelOutputException(
      @Nullable String agent,
      @Nullable String step,
      String message,
      String rawText,
      @Nullable String refusal,
      @Nullable Throwable cause) {
    super(agent, step, message, cause);
    this.rawText = rawText;
    this.refusal = refusal;
  }

  /**
   * Returns the text that the model wrote. It may be personal, so it stands only here and never in
   * a message.
   */
  public String rawText() {
    return rawText;
  }

  /**
   * Returns the complaint of a {@code @Check} about the last answer, or null if no check has
   * refused it. It may quote the answer, so it stands only here and never in a message.
   */
  public @Nullable String refusal() {
    return refusal;
  }

  @Override
  public AgentException again(@Nullable Throwable cause) {
    return new ModelOutputException(agent(), step(), message(), rawText, refusal, cause);
  }
}
