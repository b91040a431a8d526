package io.stepwright.redis;

import io.stepwright.spi.CacheEntry;

/** Whether an entry's time is over by our clock; by the server's, the server removes it. */
final class Expiry {

  private Expiry() {}

  static boolean isPast(CacheEntry entry) {
    return entry.expiresMillis() <= System.currentTimeMillis();
  }
}
