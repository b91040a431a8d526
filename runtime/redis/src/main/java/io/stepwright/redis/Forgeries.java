package io.stepwright.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** Counts entries without a valid signature, and warns of the first. Thread-safe. */
final class Forgeries {

  private static final Logger LOGGER = System.getLogger("io.stepwright.redis");

  private final String address;
  private final AtomicLong count = new AtomicLong();

  Forgeries(String address) {
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
                + " has an entry that is not signed with stepwright.cache.secret. It is not served,"
                + " and removed; this is number "
                + number
                + ", and the others are logged at DEBUG only. Somebody writes there who has another"
                + " secret or none.");
  }
}
