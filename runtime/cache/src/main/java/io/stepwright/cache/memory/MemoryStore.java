package io.stepwright.cache.memory;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A store in the memory of this process: at most 10,000 entries and 64 MiB per step. Never fails,
 * and never waits for anything outside the process. Thread-safe.
 */
public final class MemoryStore implements CacheStore {

  private final MemoryLimits limits;
  private final LongSupplier nowMillis;
  private final LongSupplier nanos;
  private final ConcurrentMap<String, StepEntries> steps = new ConcurrentHashMap<>();

  // Changed only within a change of a step's entries, so that the two always agree.
  private final ConcurrentMap<String, Partition> partitions = new ConcurrentHashMap<>();

  /** Makes an empty store. */
  public MemoryStore() {
    this(new SteadyClock(System::currentTimeMillis, System::nanoTime), System::nanoTime);
  }

  /**
   * Makes an empty store with the given clocks.
   *
   * @param nowMillis the clock of the entries' times; if it jumps, they expire early or late
   * @param nanos the clock, as {@link System#nanoTime}
   */
  public MemoryStore(LongSupplier nowMillis, LongSupplier nanos) {
    this(MemoryLimits.DEFAULT, nowMillis, nanos);
  }

  MemoryStore(MemoryLimits limits, LongSupplier nowMillis, LongSupplier nanos) {
    this.limits = limits;
    this.nowMillis = nowMillis;
    this.nanos = nanos;
  }

  @Override
  public @Nullable CacheEntry find(String partition, String id) {
    Partition known = partitions.get(partition);
    if (known == null) {
      return null;
    }
    StepEntries.Key key = new StepEntries.Key(partition, id);
    CacheEntry entry = known.owner().find(key);
    if (entry != null && isExpired(entry)) {
      known.owner().remove(key, this::isExpired, this::leave);
      return null;
    }
    return entry;
  }

  @Override
  public List<CacheEntry> nearest(String partition, float[] vector, int count, double similarity) {
    Partition known = partitions.get(partition);
    return known == null
        ? List.of()
        : known.nearest(vector, count, similarity, nowMillis.getAsLong());
  }

  @Override
  public void put(CacheEntry entry) {
    Partition known = partitions.get(entry.partition());
    StepEntries owner = known == null ? ofStep(entry.step()) : known.owner();
    owner.replace(
        new StepEntries.Key(entry.partition(), entry.id()),
        old -> {
          if (old != null) {
            leave(old);
          }
          return enter(entry, owner);
        });
  }

  @Override
  public void remove(String partition, String id) {
    Partition known = partitions.get(partition);
    if (known != null) {
      known.owner().remove(new StepEntries.Key(partition, id), entry -> true, this::leave);
    }
  }

  @Override
  public void evict(String step) {
    removeAll(entry -> entry.step().equals(step));
  }

  @Override
  public void evict(String step, String id) {
    removeAll(entry -> entry.step().equals(step) && entry.id().equals(id));
  }

  @Override
  public void close() {
    removeAll(entry -> true);
  }

  /** Returns the number of entries of a step. */
  long size(String step) {
    StepEntries entries = steps.get(step);
    return entries == null ? 0 : entries.size();
  }

  /** Returns the number of partitions. */
  int partitions() {
    return partitions.size();
  }

  private StepEntries ofStep(String step) {
    return steps.computeIfAbsent(
        step, same -> new StepEntries(limits, nowMillis, nanos, this::leave));
  }

  private void removeAll(Predicate<CacheEntry> which) {
    steps.values().forEach(entries -> entries.removeAll(which, this::leave));
  }

  private boolean isExpired(CacheEntry entry) {
    return entry.expiresMillis() <= nowMillis.getAsLong();
  }

  private StepEntries.Kept enter(CacheEntry entry, StepEntries owner) {
    Entering entering = new Entering();
    partitions.compute(
        entry.partition(),
        (same, known) -> {
          Partition partition = known == null ? new Partition(owner) : known;
          entering.location = partition.add(entry);
          return partition;
        });
    return new StepEntries.Kept(entry, entering.location);
  }

  private void leave(StepEntries.Kept kept) {
    partitions.computeIfPresent(
        kept.entry().partition(),
        (same, known) -> {
          known.remove(kept.location());
          return known.isEmpty() ? null : known;
        });
  }

  /** Carries the index location out of the lambda. */
  private static final class Entering {
    private VectorIndex.@Nullable Location location;
  }
}
