package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/** Thrown if a step threw an exception, which is the cause, or returned null. */
public final class StepFailedException extends AgentException {

  private static final long serialVersionUID = 1L;

  /** For the runtime. */
  public StepFailedException(
      @Nullable String agent, @Nullable String step, String message, @Nullable Throwable cause) {
    super(agent, step, message, cause);
  }

  @Override
  public AgentException again(@Nullable Throwable cause) {
    return new StepFailedException(agent(), step(), message(), cause);
  }
}
