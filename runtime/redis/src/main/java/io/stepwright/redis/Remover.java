package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/** Removes entries and vectors. Thread-safe. */
final class Remover {

  private static final Logger LOGGER = System.getLogger("io.stepwright.redis");

  private final Keys keys;
  private final VectorSupport support;

  Remover(Keys keys, VectorSupport support) {
    this.keys = keys;
    this.support = support;
  }

  /**
   * Removes entries and their vectors.
   *
   * @throws CacheStoreException if some may still be present
   */
  void entries(Exchange exchange, String partition, List<String> ids) throws CacheStoreException {
    List<CommandArguments> commands = new ArrayList<>();
    commands.add(Commands.unlink(ids.stream().map(id -> keys.entry(partition, id)).toList()));
    if (support.check(exchange)) {
      commands.addAll(vectorCommands(partition, ids));
    }
    send(exchange, commands);
  }

  /**
   * Removes entries that a look-up has found unusable; a failure is retried at the next look-up.
   */
  void entriesQuietly(Exchange exchange, String partition, List<String> ids) {
    if (!ids.isEmpty()) {
      try {
        entries(exchange, partition, ids);
      } catch (CacheStoreException e) {
        notRemoved(e);
      }
    }
  }

  /** Removes vectors without an entry; a failure is retried at the next look-up. */
  void vectorsQuietly(Exchange exchange, String partition, List<String> ids) {
    if (!ids.isEmpty()) {
      try {
        send(exchange, vectorCommands(partition, ids));
      } catch (CacheStoreException e) {
        notRemoved(e);
      }
    }
  }

  private List<CommandArguments> vectorCommands(String partition, List<String> ids) {
    String key = keys.vectors(partition);
    return ids.stream().map(id -> Commands.vectorRemove(key, id)).toList();
  }

  private void send(Exchange exchange, List<CommandArguments> commands) throws CacheStoreException {
    List<@Nullable Object> replies = exchange.all(commands);
    for (int i = 0; i < commands.size(); i++) {
      if (!support.isMissing(commands.get(i), replies.get(i))) {
        exchange.checked(commands.get(i), replies.get(i));
      }
    }
  }

  private static void notRemoved(CacheStoreException failure) {
    LOGGER.log(Level.DEBUG, "Unusable entries could not be removed yet.", failure);
  }
}
