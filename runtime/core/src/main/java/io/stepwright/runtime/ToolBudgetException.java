package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/** Thrown if a model called tools until the turns or the tokens of its step were used up. */
public final class ToolBudgetException extends AgentException {

  private static final long serialVersionUID = 1L;

  /** For the runtime. */
  public ToolBudgetException(
      @Nullable String agent, @Nullable String step, String message, @Nullable Throwable cause) {
    super(agent, step, message, cause);
  }

  @Override
  public AgentException again(@Nullable Throwable cause) {
    return new ToolBudgetException(agent(), step(), message(), cause);
  }
}
