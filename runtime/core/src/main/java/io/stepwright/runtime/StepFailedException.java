package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/** A step threw something, or returned null. What it threw is the cause. */
public final class StepFailedException extends AgentException {

  private static final long serialVersionUID = 1L;

  /** Made by the runtime. */
  public StepFailedException(
      @Nullable String agent, @Nullable String step, String message, @Nullable Throwable cause) {
    super(agent, step, message, cause);
  }

  @Override
  public AgentException again(@Nullable Throwable cause) {
    return new StepFailedException(agent(), step(), message(), cause);
  }
}
