package io.stepwright.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** Counts entries without a valid signature, and warns of the first. Thread-safe. */
final class UnsignedEntries {

  private static final Logger LOGGER = System.getLogger("io.stepwright.redis");

  private final String address;
  private final AtomicLong count = new AtomicLong();

  UnsignedEntries(String address) {
    this.address = address;
  }

  /** Records an entry without a valid signature. */
  void found() {
    long number = count.incrementAndGet();
    LOGGER.log(
        number == 1 ? Level.WARNING : Level.DEBUG,
        () ->
            "Redis at "
                + address
                + " has an entry without a valid signature of stepwright.cache.secret. The entry"
                + " is removed and not used. It is number "
                + number
                + "; all but the first are logged at DEBUG. A process with another secret, or"
                + " with none, writes to this server. Set the same secret in all processes that"
                + " share answers, and deny others write access.");
  }
}
