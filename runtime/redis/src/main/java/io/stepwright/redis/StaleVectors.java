package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/**
 * Removes vectors whose entries have expired: entries expire one by one, but a vector set only as a
 * whole, so one that is written to regularly would grow for ever. Each write checks a few of its
 * vectors at random, so at most about one in as many is stale. Thread-safe.
 */
final class StaleVectors {

  private static final int SAMPLE = 4;

  private final Keys keys;
  private final Remover remover;

  StaleVectors(Keys keys, Remover remover) {
    this.keys = keys;
    this.remover = remover;
  }

  /** Returns the command for a random sample of vectors. */
  CommandArguments sample(String partition) {
    return Commands.vectorsAtRandom(keys.vectors(partition), SAMPLE);
  }

  /**
   * Removes the vectors without an entry.
   *
   * @param sample the reply to {@link #sample}
   * @throws CacheStoreException if the connection fails
   */
  void remove(Exchange exchange, String partition, @Nullable Object sample)
      throws CacheStoreException {
    List<String> ids = Replies.texts(sample);
    List<CommandArguments> commands = new ArrayList<>();
    for (String id : ids) {
      commands.add(Commands.exists(keys.entry(partition, id)));
    }
    List<String> stale = new ArrayList<>();
    if (!commands.isEmpty()) {
      List<@Nullable Object> replies = exchange.all(commands);
      for (int i = 0; i < ids.size(); i++) {
        if (Replies.isZero(replies.get(i))) {
          stale.add(ids.get(i));
        }
      }
    }
    remover.vectorsQuietly(exchange, partition, stale);
  }
}
