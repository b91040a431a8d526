package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a run took longer than its entry point allows. The message lists the steps that were
 * still running.
 */
public final class RunTimeoutException extends AgentException {

  private static final long serialVersionUID = 1L;

  /** For the runtime. */
  public RunTimeoutException(@Nullable String agent, String message, @Nullable Throwable cause) {
    super(agent, null, message, cause);
  }

  @Override
  public AgentException again(@Nullable Throwable cause) {
    return new RunTimeoutException(agent(), message(), cause);
  }
}
