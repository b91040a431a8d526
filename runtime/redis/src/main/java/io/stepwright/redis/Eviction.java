package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Removes the entries of a step, in all its partitions, in batches that leave the server time for
 * other clients. Thread-safe.
 */
final class Eviction {

  /**
   * The time limit of each batch, longer than that of look-ups, because no model call waits for it.
   */
  private static final Duration BATCH_LIMIT = Duration.ofSeconds(5);

  private static final int BATCH = 1_000;

  private final Keys keys;
  private final StepPartitions partitions;
  private final Connections connections;
  private final Remover remover;

  Eviction(Keys keys, StepPartitions partitions, Connections connections, Remover remover) {
    this.keys = keys;
    this.partitions = partitions;
    this.connections = connections;
    this.remover = remover;
  }

  /**
   * Removes all entries.
   *
   * @throws CacheStoreException if some may still be present
   */
  void evict(String step) throws CacheStoreException {
    Set<String> ofStep = partitions(step);
    String cursor = Scan.START;
    do {
      if (ofStep.isEmpty()) {
        return;
      }
      try (Exchange exchange = connections.open(BATCH_LIMIT)) {
        List<?> reply =
            Replies.list(exchange.value(Commands.scan(cursor, keys.allPartitions(), BATCH)));
        List<String> found = new ArrayList<>();
        for (String key : Replies.texts(Scan.page(reply))) {
          String partition = keys.partition(key);
          if (partition != null && ofStep.contains(partition)) {
            found.add(key);
          }
        }
        if (!found.isEmpty()) {
          exchange.value(Commands.unlink(found));
        }
        cursor = Scan.next(reply);
      }
    } while (!cursor.equals(Scan.START));
  }

  /**
   * Removes all entries with an id.
   *
   * @throws CacheStoreException if some may still be present
   */
  void evict(String step, String id) throws CacheStoreException {
    for (String partition : partitions(step)) {
      try (Exchange exchange = connections.open(BATCH_LIMIT)) {
        remover.entries(exchange, partition, List.of(id));
      }
    }
  }

  private Set<String> partitions(String step) throws CacheStoreException {
    try (Exchange exchange = connections.open(BATCH_LIMIT)) {
      return partitions.of(exchange, step);
    }
  }
}
