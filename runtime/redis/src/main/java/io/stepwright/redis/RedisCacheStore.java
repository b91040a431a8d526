package io.stepwright.redis;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/** A cache store in Redis. Thread-safe. */
final class RedisCacheStore implements CacheStore {

  private final Keys keys;
  private final EntryCodec codec;
  private final Connections connections;
  private final VectorSupport support;
  private final Remover remover;
  private final EntryWriter writer;
  private final VectorSearch search;
  private final Eviction eviction;
  private final Leases leases;

  /**
   * Makes the store, without connecting.
   *
   * @param timeout the time limit of each method except eviction
   * @param signer signs entries; null if they are not signed
   */
  RedisCacheStore(RedisUrl url, Duration timeout, Keys keys, @Nullable EntrySigner signer) {
    this.keys = keys;
    codec = new EntryCodec(signer, new UnsignedEntries(url.address()));
    support = new VectorSupport(url.address());
    WarmUp warmUp = new WarmUp(keys, codec, support);
    connections = new Connections(url, timeout, warmUp::run, support::forget);
    remover = new Remover(keys, support);
    StepPartitions partitions = new StepPartitions(keys);
    writer = new EntryWriter(keys, codec, partitions, support, new StaleVectors(keys, remover));
    search = new VectorSearch(keys, codec, support, remover);
    eviction = new Eviction(keys, partitions, connections, remover);
    leases = new Leases(keys, connections);
  }

  @Override
  public void prepare() {
    connections.prepare();
  }

  @Override
  public boolean awaitReady(Duration limit) throws CacheStoreException, InterruptedException {
    return connections.awaitReady(limit);
  }

  @Override
  public @Nullable CacheEntry find(String partition, String id) throws CacheStoreException {
    try (Exchange exchange = connections.open()) {
      CommandArguments get = Commands.getAtMost(keys.entry(partition, id), EntryCodec.LONGEST + 1);
      Object reply = exchange.reply(get);
      if (reply instanceof byte[] none && none.length == 0) {
        return null;
      }
      CacheEntry entry = null;
      if (!ServerErrors.isWrongType(reply)
          && exchange.checked(get, reply) instanceof byte[] payload
          && payload.length <= EntryCodec.LONGEST) {
        entry = codec.read(payload, partition, id);
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
  public boolean lease(String partition, String id, String holder, Duration limit)
      throws CacheStoreException {
    return leases.take(partition, id, holder, limit);
  }

  @Override
  public void release(String partition, String id, String holder) throws CacheStoreException {
    leases.end(partition, id, holder);
  }

  @Override
  public void close() {
    connections.close();
  }

  /** Returns host and port, without credentials. */
  @Override
  public String toString() {
    return "RedisCacheStore[" + connections.address() + "]";
  }
}
