package io.stepwright.redis;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStoreException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/**
 * The partitions of each step, in a sorted set by the expiry of their last entry. Read only by
 * eviction. Thread-safe.
 */
final class StepPartitions {

  /**
   * The tolerance for clocks of different machines: a partition is kept this much longer than its
   * last entry.
   */
  private static final long CLOCKS_MILLIS = 60_000;

  private static final int BATCH = 1_000;

  private final Keys keys;

  StepPartitions(Keys keys) {
    this.keys = keys;
  }

  /**
   * Returns the commands that record a partition with its lifetime, and remove expired partitions.
   */
  List<CommandArguments> register(CacheEntry entry, long leftMillis) {
    String key = keys.step(entry.step());
    return List.of(
        Commands.sortedSetPut(key, entry.expiresMillis() + CLOCKS_MILLIS, entry.partition()),
        Commands.sortedSetTrim(key, System.currentTimeMillis()),
        Commands.expireIfNever(key, leftMillis + CLOCKS_MILLIS),
        Commands.expireLater(key, leftMillis + CLOCKS_MILLIS));
  }

  /**
   * Returns the partitions that may have entries.
   *
   * @throws CacheStoreException if the server cannot tell
   */
  Set<String> of(Exchange exchange, String step) throws CacheStoreException {
    Set<String> partitions = new HashSet<>();
    String cursor = Scan.START;
    do {
      List<?> reply =
          Replies.list(exchange.value(Commands.sortedSetScan(keys.step(step), cursor, BATCH)));
      List<@Nullable Object> members = Replies.flat(Scan.page(reply));
      for (int i = 0; i < members.size(); i += 2) {
        partitions.add(Replies.text(members.get(i)));
      }
      cursor = Scan.next(reply);
    } while (!cursor.equals(Scan.START));
    return partitions;
  }
}
