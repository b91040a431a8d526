package io.stepwright.cache.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.stepwright.spi.cache.CacheEntry;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one step, within limits: when they are reached, the least used entries are
 * evicted. Thread-safe.
 */
final class StepEntries {

  /** The key of an entry. */
  record Key(String partition, String id) {}

  /** An entry and its location in the index. */
  record Kept(CacheEntry entry, VectorIndex.@Nullable Location location) {}

  // The weight of one entry by number; an entry with more than its share of the bytes weighs more.
  private static final int SHARE = 8192;
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Cache<Key, Kept> entries;

  /**
   * Makes an empty collection.
   *
   * @param nowMillis the clock, as {@link System#currentTimeMillis}
   * @param nanos the clock, as {@link System#nanoTime}
   * @param gone receives every entry that expired or was evicted for space
   */
  StepEntries(
      MemoryLimits limits, LongSupplier nowMillis, LongSupplier nanos, Consumer<Kept> gone) {
    entries =
        Caffeine.newBuilder()
            .maximumWeight((long) SHARE * limits.entries())
            .weigher((Key key, Kept kept) -> weight(kept.entry(), limits))
            .expireAfter(
                Expiry.writing((Key key, Kept kept) -> left(kept.entry(), nowMillis.getAsLong())))
            .ticker(nanos::getAsLong)
            // Maintenance runs in small parts on the calling threads; no other pool is used.
            .executor(Runnable::run)
            .evictionListener(
                (key, kept, cause) -> {
                  if (kept != null) {
                    gone.accept(kept);
                  }
                })
            .build();
  }

  @Nullable CacheEntry find(Key key) {
    Kept kept = entries.getIfPresent(key);
    return kept == null ? null : kept.entry();
  }

  /** Replaces the entry of a key by a function of the present one, atomically for the key. */
  void replace(Key key, UnaryOperator<@Nullable Kept> change) {
    entries.asMap().compute(key, (same, old) -> change.apply(old));
  }

  /** Removes the entry of a key if it matches, atomically for the key. */
  void remove(Key key, Predicate<CacheEntry> which, Consumer<Kept> removed) {
    entries
        .asMap()
        .computeIfPresent(
            key,
            (same, kept) -> {
              if (!which.test(kept.entry())) {
                return kept;
              }
              removed.accept(kept);
              return null;
            });
  }

  /** Removes all entries that match. */
  void removeAll(Predicate<CacheEntry> which, Consumer<Kept> removed) {
    entries
        .asMap()
        .forEach(
            (key, kept) -> {
              if (which.test(kept.entry())) {
                remove(key, which, removed);
              }
            });
  }

  /** Returns the number of entries, after removing those that expired or exceed the limits. */
  long size() {
    entries.cleanUp();
    return entries.estimatedSize();
  }

  private static int weight(CacheEntry entry, MemoryLimits limits) {
    double shares = (double) EntrySize.bytes(entry) / limits.bytes() * limits.entries();
    return (int) Math.min(Integer.MAX_VALUE, Math.max(SHARE, Math.ceil(shares * SHARE)));
  }

  private static Duration left(CacheEntry entry, long nowMillis) {
    if (entry.expiresMillis() <= nowMillis) {
      return Duration.ZERO;
    }
    long left = entry.expiresMillis() - nowMillis;
    return left < 0 || left > LONGEST.toMillis() ? LONGEST : Duration.ofMillis(left);
  }
}
