package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/** Thrown if a step took longer than its {@code @Timeout}. */
public final class StepTimeoutException extends AgentException {

  private static final long serialVersionUID = 1L;

  /** For the runtime. */
  public StepTimeoutException(
      @Nullable String agent, @Nullable String step, String message, @Nullable Throwable cause) {
    super(agent, step, message, cause);
  }

  @Override
  public AgentException again(@Nullable Throwable cause) {
    return new StepTimeoutException(agent(), step(), message(), cause);
  }
}
