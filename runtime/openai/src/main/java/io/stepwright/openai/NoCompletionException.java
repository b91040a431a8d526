package io.stepwright.openai;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer of the right status that is no chat completion. */
final class NoCompletionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An answer.
   *
   * @param cause why it is not even JSON, or null if it is
   */
  NoCompletionException(@Nullable IOException cause) {
    super(cause);
  }
}
