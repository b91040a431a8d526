package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/** Answers that were to be forgotten may still be remembered. The message says why. */
public final class CacheEvictionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CacheEvictionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
