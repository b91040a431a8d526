package io.stepwright.redis;

import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.CacheStoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Does on a new connection once what a look-up does. To load the classes for that takes longer than
 * a look-up may, and so would asking first what the server can. Thread-safe.
 */
final class Rehearsal {

  private static final Logger LOGGER = System.getLogger("io.stepwright.redis");
  private static final String NOWHERE = "0".repeat(64);

  private final Keys keys;
  private final EntryCodec codec;
  private final VectorSupport support;

  Rehearsal(Keys keys, EntryCodec codec, VectorSupport support) {
    this.keys = keys;
    this.codec = codec;
    this.support = support;
  }

  /** Does it; what fails will fail again, when somebody asks. */
  void run(Exchange exchange) {
    try {
      exchange.reply(Commands.getAtMost(keys.entry(NOWHERE, NOWHERE), 1));
      support.check(exchange);
      long now = System.currentTimeMillis();
      codec.read(
          codec.write(
              new CacheEntry(
                  NOWHERE, NOWHERE, NOWHERE, "", new float[] {1}, "", now, now + 1, 0, 0)),
          NOWHERE,
          NOWHERE);
    } catch (CacheStoreException e) {
      LOGGER.log(Level.DEBUG, "A new connection to Redis did not do what a look-up needs.", e);
    }
  }
}
