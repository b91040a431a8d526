package io.stepwright.redis;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStoreException;

/**
 * Performs the commands of a look-up once on each new connection, which loads classes and learns
 * the server's abilities: both take longer than the time limit of a look-up. Thread-safe.
 */
final class WarmUp {

  private static final String NOWHERE = "0".repeat(64);

  private final Keys keys;
  private final EntryCodec codec;
  private final VectorSupport support;

  WarmUp(Keys keys, EntryCodec codec, VectorSupport support) {
    this.keys = keys;
    this.codec = codec;
    this.support = support;
  }

  /**
   * Performs the warm-up. Commands that the server refuses will be refused again, and reported, in
   * a look-up.
   *
   * @throws CacheStoreException if the connection fails
   */
  void run(Exchange exchange) throws CacheStoreException {
    exchange.reply(Commands.getAtMost(keys.entry(NOWHERE, NOWHERE), 1));
    support.check(exchange);
    long now = System.currentTimeMillis();
    float[] vector = {1};
    CacheEntry entry =
        new CacheEntry(NOWHERE, NOWHERE, NOWHERE, "", vector, "", now, now + 1, 0, 0);
    codec.read(codec.write(entry), NOWHERE, NOWHERE);
  }
}
