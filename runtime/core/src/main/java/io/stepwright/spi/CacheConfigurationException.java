package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * A cache or an embedder whose settings are missing or wrong. The message says which, and how to
 * set them; it holds no secret.
 */
public final class CacheConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Settings that cannot be used. */
  public CacheConfigurationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
