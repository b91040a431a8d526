package io.stepwright.runtime;

/** Thrown if answers that were to be evicted may still be cached. The message gives the cause. */
public final class CacheEvictionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CacheEvictionException(String message, Throwable cause) {
    super(message, cause);
  }
}
