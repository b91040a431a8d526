package io.stepwright.spi.cache;

import org.jspecify.annotations.Nullable;

/** Thrown if there is no vector for a text. The message holds no part of the text. */
public final class EmbedderException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Makes an exception with its reason. */
  public EmbedderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
