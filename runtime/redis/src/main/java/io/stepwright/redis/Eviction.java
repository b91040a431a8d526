package io.stepwright.redis;

import io.stepwright.spi.CacheStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Removes the entries of a step, in all its partitions, in batches that leave the server time for
 * others. Thread-safe.
 */
final class Eviction {

  /** For each batch: nobody waits for an answer of a model meanwhile. */
  private static final Duration BATCH_LIMIT = Duration.ofSeconds(5);

  private static final int BATCH = 1_000;

  private final Connections connections;
  private final VectorSupport support;

  Eviction(Connections connections, VectorSupport support) {
    this.connections = connections;
    this.support = support;
  }

  /**
   * Removes all entries.
   *
   * @throws CacheStoreException if some may still be there
   */
  void evict(String step) throws CacheStoreException {
    Set<String> partitions = partitions(step);
    String cursor = Scan.START;
    do {
      if (partitions.isEmpty()) {
        return;
      }
      try (Exchange exchange = connections.open(BATCH_LIMIT)) {
        List<?> reply =
            Replies.list(exchange.value(Commands.scan(cursor, Keys.ALL_PARTITIONS, BATCH)));
        List<String> keys = new ArrayList<>();
        for (String key : Replies.texts(Scan.page(reply))) {
          String partition = Keys.partition(key);
          if (partition != null && partitions.contains(partition)) {
            keys.add(key);
          }
        }
        if (!keys.isEmpty()) {
          exchange.value(Commands.unlink(keys));
        }
        cursor = Scan.next(reply);
      }
    } while (!cursor.equals(Scan.START));
  }

  /**
   * Removes all entries with an id.
   *
   * @throws CacheStoreException if some may still be there
   */
  void evict(String step, String id) throws CacheStoreException {
    Remover remover = new Remover(support);
    for (String partition : partitions(step)) {
      try (Exchange exchange = connections.open(BATCH_LIMIT)) {
        remover.entries(exchange, partition, List.of(id));
      }
    }
  }

  private Set<String> partitions(String step) throws CacheStoreException {
    try (Exchange exchange = connections.open(BATCH_LIMIT)) {
      return StepPartitions.of(exchange, step);
    }
  }
}
