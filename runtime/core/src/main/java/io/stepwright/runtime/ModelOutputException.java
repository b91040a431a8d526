package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/** A model gave an answer that is cut, refused, or does not fit the type of the step. */
public final class ModelOutputException extends AgentException {

  private static final long serialVersionUID = 1L;

  private final String rawText;

  ModelOutputException(
      @Nullable String agent,
      @Nullable String step,
      String message,
      String rawText,
      @Nullable Throwable cause) {
    super(agent, step, message, cause);
    this.rawText = rawText;
  }

  /** What the model wrote. It may be personal, so it stands here only and never in a message. */
  public String rawText() {
    return rawText;
  }

  @Override
  AgentException again(@Nullable Throwable cause) {
    return new ModelOutputException(agent(), step(), message(), rawText, cause);
  }
}
