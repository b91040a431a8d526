package io.stepwright.openai;

import io.stepwright.openai.reply.UnreadableBodyException;
import java.io.IOException;

/** An answer of the right status that is no chat completion. */
final class NoCompletionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An answer.
   *
   * @param cause why it is none
   */
  NoCompletionException(IOException cause) {
    super(cause);
  }

  /** Whether there was nothing in it. */
  boolean isBlank() {
    return getCause() instanceof UnreadableBodyException unreadable && unreadable.isBlank();
  }
}
