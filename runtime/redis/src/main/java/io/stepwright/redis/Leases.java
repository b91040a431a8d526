package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/**
 * Leases of questions: a key that exists while a process asks the model, and that holds the
 * holder's name. Thread-safe.
 */
final class Leases {

  private static final int LONGEST_NAME = 256;

  private final Keys keys;
  private final Connections connections;

  Leases(Keys keys, Connections connections) {
    this.keys = keys;
    this.connections = connections;
  }

  /**
   * Acquires a lease. Returns false if another holder has it.
   *
   * @throws CacheStoreException if the server cannot tell
   */
  boolean take(String partition, String id, String holder, Duration limit)
      throws CacheStoreException {
    try (Exchange exchange = connections.open()) {
      long millis = Math.max(1, limit.toMillis());
      return exchange.value(Commands.setIfAbsent(keys.lease(partition, id), holder, millis))
          != null;
    }
  }

  /**
   * Ends a lease if this holder still has it; a transaction prevents a race with another holder.
   *
   * @throws CacheStoreException if it may last
   */
  void end(String partition, String id, String holder) throws CacheStoreException {
    String key = keys.lease(partition, id);
    try (Exchange exchange = connections.open()) {
      CommandArguments get = Commands.getAtMost(key, LONGEST_NAME);
      List<@Nullable Object> replies = exchange.all(List.of(Commands.watch(key), get));
      if (!Replies.text(exchange.checked(get, replies.get(1))).equals(holder)) {
        exchange.value(Commands.unwatch());
        return;
      }
      CommandArguments commit = Commands.commit();
      replies = exchange.all(List.of(Commands.begin(), Commands.unlink(List.of(key)), commit));
      exchange.checked(commit, replies.get(2));
    }
  }
}
