package io.stepwright.runtime;

/** Answers that were to be forgotten may still be remembered. The message says why. */
public final class CacheEvictionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CacheEvictionException(String message, Throwable cause) {
    super(message, cause);
  }
}
