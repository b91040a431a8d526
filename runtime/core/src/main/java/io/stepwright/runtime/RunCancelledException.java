package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a run was cancelled: its caller was interrupted, its future was cancelled, the run
 * around it ended, or the runtime was closed. Also thrown if the run could not be started because
 * there was no thread for it.
 */
public final class RunCancelledException extends AgentException {

  private static final long serialVersionUID = 1L;

  /** For the runtime. */
  public RunCancelledException(@Nullable String agent, String message, @Nullable Throwable cause) {
    super(agent, null, message, cause);
  }

  @Override
  public AgentException again(@Nullable Throwable cause) {
    return new RunCancelledException(agent(), message(), cause);
  }
}
