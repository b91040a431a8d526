package io.stepwright.runtime;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that keeps nothing, and counts how often it is closed. */
public final class NoStore implements CacheStore {

  public final AtomicInteger closed = new AtomicInteger();

  @Override
  public @Nullable CacheEntry find(String partition, String id) {
    return null;
  }

  @Override
  public List<CacheEntry> nearest(String partition, float[] vector, int count, double similarity) {
    return List.of();
  }

  @Override
  public void put(CacheEntry entry) {}

  @Override
  public void remove(String partition, String id) {}

  @Override
  public void evict(String step) {}

  @Override
  public void evict(String step, String id) {}

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
