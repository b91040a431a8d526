package io.stepwright.runtime;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that several runtimes share; it finds equal questions only. */
final class MapStore implements CacheStore {

  private record Key(String partition, String id) {}

  private final Map<Key, CacheEntry> entries = new ConcurrentHashMap<>();
  final AtomicInteger prepared = new AtomicInteger();

  List<CacheEntry> entries() {
    return List.copyOf(entries.values());
  }

  @Override
  public void prepare() {
    prepared.incrementAndGet();
  }

  @Override
  public @Nullable CacheEntry find(String partition, String id) {
    return entries.get(new Key(partition, id));
  }

  @Override
  public List<CacheEntry> nearest(String partition, float[] vector, int count, double similarity) {
    return List.of();
  }

  @Override
  public void put(CacheEntry entry) {
    entries.put(new Key(entry.partition(), entry.id()), entry);
  }

  @Override
  public void remove(String partition, String id) {
    entries.remove(new Key(partition, id));
  }

  @Override
  public void evict(String step) {
    entries.values().removeIf(entry -> entry.step().equals(step));
  }

  @Override
  public void evict(String step, String id) {
    entries.values().removeIf(entry -> entry.step().equals(step) && entry.id().equals(id));
  }

  @Override
  public void close() {}
}
