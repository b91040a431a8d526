package io.stepwright.runtime;

import io.stepwright.spi.ModelClientException;
import org.jspecify.annotations.Nullable;

/** A model gave no answer. */
public final class ModelCallException extends AgentException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean retryable;
  private final int attempts;

  ModelCallException(
      @Nullable String agent,
      @Nullable String step,
      String message,
      int status,
      boolean retryable,
      int attempts,
      @Nullable Throwable cause) {
    super(agent, step, message, cause);
    this.status = status;
    this.retryable = retryable;
    this.attempts = attempts;
  }

  /**
   * The HTTP status of the last attempt, {@link ModelClientException#NO_STATUS} if there was none.
   */
  public int status() {
    return status;
  }

  /** Whether the same call may succeed later. */
  public boolean retryable() {
    return retryable;
  }

  /** How many attempts were made. */
  public int attempts() {
    return attempts;
  }

  @Override
  AgentException again(@Nullable Throwable cause) {
    return new ModelCallException(agent(), step(), message(), status, retryable, attempts, cause);
  }
}
