package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/** A store could not do what it was asked. The message holds no secret and no text of an entry. */
public final class CacheStoreException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public CacheStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
