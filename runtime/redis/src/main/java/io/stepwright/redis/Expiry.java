package io.stepwright.redis;

import io.stepwright.spi.CacheEntry;

/** Whether an entry's time is over by our clock; by the server's, the server removes it. */
final class Expiry {

  private Expiry() {}

  /** The milliseconds that are left to an entry; 0 or less if none are. */
  static long left(CacheEntry entry) {
    return entry.expiresMillis() - System.currentTimeMillis();
  }

  static boolean isPast(CacheEntry entry) {
    return left(entry) <= 0;
  }
}
