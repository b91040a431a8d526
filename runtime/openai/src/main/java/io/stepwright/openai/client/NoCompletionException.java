package io.stepwright.openai.client;

import io.stepwright.openai.reply.UnreadableBodyException;
import java.io.IOException;

/** Thrown if an answer of a successful status is not a chat completion. */
final class NoCompletionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param cause the reason
   */
  NoCompletionException(IOException cause) {
    super(cause);
  }

  /** Tells whether the answer was empty. */
  boolean isBlank() {
    return getCause() instanceof UnreadableBodyException unreadable && unreadable.isBlank();
  }
}
