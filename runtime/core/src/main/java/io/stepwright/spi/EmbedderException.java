package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/** There is no vector for a text. The message holds nothing of the text. */
public final class EmbedderException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why there is none. */
  public EmbedderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
