package io.stepwright.redis;

import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.CacheStore;
import io.stepwright.spi.CacheStoreException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/** Keeps entries in Redis. Thread-safe. */
final class RedisCacheStore implements CacheStore {

  private final Connections connections;
  private final VectorSupport support;
  private final Remover remover;
  private final EntryWriter writer;
  private final VectorSearch search;
  private final Eviction eviction;

  /**
   * Connects to nothing yet.
   *
   * @param timeout of each method but eviction
   */
  RedisCacheStore(RedisUrl url, Duration timeout) {
    support = new VectorSupport(url.address());
    connections = new Connections(url, timeout, support::forget);
    remover = new Remover(support);
    writer = new EntryWriter(support, new StaleVectors(remover));
    search = new VectorSearch(support, remover);
    eviction = new Eviction(connections, support);
  }

  @Override
  public @Nullable CacheEntry find(String partition, String id) throws CacheStoreException {
    try (Exchange exchange = connections.open()) {
      CommandArguments get = Commands.get(Keys.entry(partition, id));
      Object reply = exchange.reply(get);
      if (reply == null) {
        return null;
      }
      CacheEntry entry = null;
      if (!ServerErrors.isWrongType(reply)
          && exchange.checked(get, reply) instanceof byte[] payload) {
        entry = EntryReader.read(payload, partition, id);
      }
      if (entry == null) {
        remover.entriesQuietly(exchange, partition, List.of(id));
      }
      return entry == null || Expiry.isPast(entry) ? null : entry;
    }
  }

  @Override
  public List<CacheEntry> nearest(String partition, float[] vector, int count, double similarity)
      throws CacheStoreException {
    try (Exchange exchange = connections.open()) {
      return support.check(exchange)
          ? search.nearest(exchange, partition, vector, count, similarity)
          : List.of();
    }
  }

  @Override
  public void put(CacheEntry entry) throws CacheStoreException {
    try (Exchange exchange = connections.open()) {
      if (Expiry.isPast(entry)) {
        remover.entries(exchange, entry.partition(), List.of(entry.id()));
      } else {
        writer.write(exchange, entry);
      }
    }
  }

  @Override
  public void remove(String partition, String id) throws CacheStoreException {
    try (Exchange exchange = connections.open()) {
      remover.entries(exchange, partition, List.of(id));
    }
  }

  @Override
  public void evict(String step) throws CacheStoreException {
    eviction.evict(step);
  }

  @Override
  public void evict(String step, String id) throws CacheStoreException {
    eviction.evict(step, id);
  }

  @Override
  public void close() {
    connections.close();
  }

  /** Host and port; never who connects. */
  @Override
  public String toString() {
    return "RedisCacheStore[" + connections.address() + "]";
  }
}
