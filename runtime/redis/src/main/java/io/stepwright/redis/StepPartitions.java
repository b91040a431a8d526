package io.stepwright.redis;

import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.CacheStoreException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/**
 * Which partitions a step has: a sorted set a step, by when the last entry of each expires. Only
 * eviction reads it. Thread-safe.
 */
final class StepPartitions {

  /** Clocks of machines differ: a partition is forgotten this much after its last entry. */
  private static final long CLOCKS_MILLIS = 60_000;

  private static final int BATCH = 1_000;

  private final Keys keys;

  StepPartitions(Keys keys) {
    this.keys = keys;
  }

  /**
   * Notes that a partition has an entry for so long, and forgets partitions that have none any
   * more.
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
   * The partitions that may have entries.
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
