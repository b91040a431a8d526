package io.stepwright.redis;

import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.CacheStoreException;

/**
 * Does on a new connection once what a look-up does. To load the classes for that takes longer than
 * a look-up may, and so would asking first what the server can. Thread-safe.
 */
final class Rehearsal {

  private static final String NOWHERE = "0".repeat(64);

  private final Keys keys;
  private final EntryCodec codec;
  private final VectorSupport support;

  Rehearsal(Keys keys, EntryCodec codec, VectorSupport support) {
    this.keys = keys;
    this.codec = codec;
    this.support = support;
  }

  /**
   * Does it. What the server refuses it will refuse again, when somebody asks.
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
