package io.stepwright.runtime;

import io.stepwright.spi.ModelClientException;
import org.jspecify.annotations.Nullable;

/** A model gave no answer. */
public final class ModelCallException extends AgentException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean retryable;
  private final int attempts;
  private final @Nullable String serverMessage;

  /** Made by the runtime. */
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

  /**
   * What the server said was wrong in the last attempt, or null if it said nothing: at most 2 KB on
   * one line, with the API key masked. It is a server's and may quote the prompt, so it stands here
   * only, and in no message, log or report, but for the debug lines of the logger {@code
   * io.stepwright.server}.
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
