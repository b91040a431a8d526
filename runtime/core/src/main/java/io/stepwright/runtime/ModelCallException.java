package io.stepwright.runtime;

import io.stepwright.spi.ModelClientException;
import org.jspecify.annotations.Nullable;

/** Thrown if a model gave no answer. */
public final class ModelCallException extends AgentException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean retryable;
  private final int attempts;
  private final @Nullable String serverMessage;

  /** For the runtime. */
  public ModelCallException(
      @Nullable String agent,
      @Nullable String step,
      String message,
      int status,
      boolean retryable,
      int attempts,
      @Nullable String serverMessage,
      @Nullable Throwable cause) {
    super(agent, step, message, cause);
    this.status = status;
    this.retryable = retryable;
    this.attempts = attempts;
    this.serverMessage = serverMessage;
  }

  /**
   * Returns the HTTP status of the last attempt, {@link ModelClientException#NO_STATUS} if there
   * was none.
   */
  public int status() {
    return status;
  }

  /** Returns true if the same call may succeed later. */
  public boolean retryable() {
    return retryable;
  }

  /** Returns the number of attempts that were made. */
  public int attempts() {
    return attempts;
  }

  /**
   * Returns the server's error message of the last attempt, or null if there was none: at most 2 KB
   * on one line, with the API key masked. It may quote the prompt, so it stands only here and in
   * the debug lines of the logger {@code io.stepwright.server}, and in no exception message, other
   * log or report.
   */
  public @Nullable String serverMessage() {
    return serverMessage;
  }

  @Override
  public AgentException again(@Nullable Throwable cause) {
    return new ModelCallException(
        agent(), step(), message(), status, retryable, attempts, serverMessage, cause);
  }
}
