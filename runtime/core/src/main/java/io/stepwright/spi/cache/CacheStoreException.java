package io.stepwright.spi.cache;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a store could not do a request. The message holds no secret and no text of an entry.
 */
public final class CacheStoreException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  /** Makes a failure that may pass by itself. */
  public CacheStoreException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private CacheStoreException(String message, @Nullable Throwable cause, boolean lasting) {
    super(message, cause);
    this.lasting = lasting;
  }

  /**
   * Makes a failure that lasts until an operator intervenes, such as a wrong password. It is logged
   * at its first occurrence.
   */
  public static CacheStoreException lasting(String message, @Nullable Throwable cause) {
    return new CacheStoreException(message, cause, true);
  }

  /** Returns true if the failure lasts until an operator intervenes. */
  public boolean isLasting() {
    return lasting;
  }
}
