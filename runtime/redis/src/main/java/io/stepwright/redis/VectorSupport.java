package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Detects whether the server has vector sets. Asked once, and again when the connection was lost,
 * because another server may have replaced it. Thread-safe.
 */
final class VectorSupport {

  private static final Logger LOGGER = System.getLogger("io.stepwright.redis");

  private final String address;
  private final AtomicBoolean warned = new AtomicBoolean();

  /** Null while unknown. */
  private volatile @Nullable Boolean supported;

  VectorSupport(String address) {
    this.address = address;
  }

  /**
   * Tells whether vector sets can be used. Logs a warning the first time if they cannot.
   *
   * @throws CacheStoreException if the server cannot be asked
   */
  boolean check(Exchange exchange) throws CacheStoreException {
    Boolean known = supported;
    if (known == null) {
      Object reply = exchange.reply(Commands.commandInfo("VSIM"));
      // A server that refuses this question may still allow searches, which will tell.
      known = reply instanceof JedisDataException || isKnown(reply);
      if (known) {
        supported = true;
      } else {
        setMissing();
      }
    }
    return known;
  }

  /** Tells whether a reply means that the server does not know a command of vector sets. */
  boolean isMissing(CommandArguments command, @Nullable Object reply) {
    boolean missing =
        reply != null
            && Commands.name(command).startsWith("V")
            && ServerErrors.isUnknownCommand(reply);
    if (missing) {
      setMissing();
    }
    return missing;
  }

  /** Forgets the answer of the server. */
  void forget() {
    supported = null;
  }

  private void setMissing() {
    supported = false;
    if (warned.compareAndSet(false, true)) {
      LOGGER.log(
          Level.WARNING,
          "Redis at {0} has no vector sets: answers are found by the same text only, not by"
              + " meaning. Use Redis 8 or newer.",
          address);
    }
  }

  private static boolean isKnown(@Nullable Object reply) {
    List<?> commands = Replies.list(reply);
    return !commands.isEmpty()
        && commands.get(0) instanceof List<?> description
        && !description.isEmpty();
  }
}
