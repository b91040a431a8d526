package io.stepwright.spi;

import org.jspecify.annotations.Nullable;

/** A store could not do what it was asked. The message holds no secret and no text of an entry. */
public final class CacheStoreException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  /** A failure that may pass by itself. */
  public CacheStoreException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private CacheStoreException(String message, @Nullable Throwable cause, boolean lasting) {
    super(message, cause);
    this.lasting = lasting;
  }

  /**
   * A failure that lasts until somebody changes something, such as a wrong password: it is logged
   * when it is met first.
   */
  public static CacheStoreException lasting(String message, @Nullable Throwable cause) {
    return new CacheStoreException(message, cause, true);
  }

  /** Whether it lasts until somebody changes something. */
  public boolean isLasting() {
    return lasting;
  }
}
