package io.stepwright.engine.model;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store that is closed by its owner, not by the runtime. */
record BorrowedStore(CacheStore store) implements CacheStore {

  @Override
  public @Nullable CacheEntry find(String partition, String id) throws CacheStoreException {
    return store.find(partition, id);
  }

  @Override
  public List<CacheEntry> nearest(String partition, float[] vector, int count, double similarity)
      throws CacheStoreException {
    return store.nearest(partition, vector, count, similarity);
  }

  @Override
  public void put(CacheEntry entry) throws CacheStoreException {
    store.put(entry);
  }

  @Override
  public void remove(String partition, String id) throws CacheStoreException {
    store.remove(partition, id);
  }

  @Override
  public void evict(String step) throws CacheStoreException {
    store.evict(step);
  }

  @Override
  public void evict(String step, String id) throws CacheStoreException {
    store.evict(step, id);
  }

  @Override
  public void prepare() {
    store.prepare();
  }

  @Override
  public boolean awaitReady(Duration limit) throws CacheStoreException, InterruptedException {
    return store.awaitReady(limit);
  }

  @Override
  public boolean lease(String partition, String id, String holder, Duration limit)
      throws CacheStoreException {
    return store.lease(partition, id, holder, limit);
  }

  @Override
  public void release(String partition, String id, String holder) throws CacheStoreException {
    store.release(partition, id, holder);
  }

  @Override
  public void close() {
    // Left to the owner.
  }
}
