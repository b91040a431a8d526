package io.stepwright.spi.cache;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if settings of a cache or an embedder are missing or wrong. The message says which, and
 * how to set them; it holds no secret.
 */
public final class CacheConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Makes an exception for settings that cannot be used. */
  public CacheConfigurationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
