package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;

/** Exceptions for callers that get no connection. */
final class NoConnection {

  private NoConnection() {}

  static CacheStoreException closed() {
    return new CacheStoreException("The connections to Redis are closed.", null);
  }

  static CacheStoreException interrupted() {
    return new CacheStoreException("Interrupted while waiting for a connection to Redis.", null);
  }

  static CacheStoreException allBusy(String address, Duration wait) {
    return new CacheStoreException(
        "All "
            + ClientSetup.CONNECTIONS
            + " connections to Redis at "
            + address
            + " were busy for "
            + wait.toMillis()
            + " ms.",
        null);
  }

  static CacheStoreException notYet(String address, Duration wait) {
    return new CacheStoreException(
        "Redis at "
            + address
            + " cannot be reached yet: connecting takes longer than "
            + wait.toMillis()
            + " ms.",
        null);
  }

  /** Makes the exception for a failure that was a moment ago. */
  static CacheStoreException again(CacheStoreException failure) {
    String message = failure.getMessage() + " That was a moment ago; it is tried again soon.";
    return failure.isLasting()
        ? CacheStoreException.lasting(message, failure.getCause())
        : new CacheStoreException(message, failure.getCause());
  }

  /** Makes the exception for an unexpected failure to connect. */
  static CacheStoreException unexpected(String address, Throwable failure) {
    // Without the message, whose content is unknown.
    return new CacheStoreException(
        "Connecting to Redis at " + address + " ended with " + failure.getClass().getName() + ".",
        failure);
  }
}
