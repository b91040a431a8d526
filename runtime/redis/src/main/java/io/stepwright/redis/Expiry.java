package io.stepwright.redis;

import io.stepwright.spi.cache.CacheEntry;

/** Expiry by this machine's clock; the server removes entries by its own. */
final class Expiry {

  private Expiry() {}

  /** Returns the milliseconds until an entry expires; 0 or less if it has expired. */
  static long left(CacheEntry entry) {
    return entry.expiresMillis() - System.currentTimeMillis();
  }

  static boolean isPast(CacheEntry entry) {
    return left(entry) <= 0;
  }
}
