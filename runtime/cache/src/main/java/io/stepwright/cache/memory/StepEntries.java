package io.stepwright.cache.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.stepwright.spi.CacheEntry;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one step, within limits: when they are reached, those go that are used least.
 * Thread-safe.
 */
final class StepEntries {

  /** Names an entry. */
  record Key(String partition, String id) {}

  /** An entry, and where the index has it. */
  record Kept(CacheEntry entry, VectorIndex.@Nullable Place place) {}

  // A full share of the number of entries; a share of the bytes weighs the same.
  private static final int SHARE = 8192;
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Cache<Key, Kept> entries;

  /**
   * No entries yet.
   *
   * @param nowMillis as {@link System#currentTimeMillis}
   * @param nanos as {@link System#nanoTime}
   * @param gone is told of every entry that expired or had to make room
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
            // The threads of all runs do its upkeep, a little at a time; no other pool is used.
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

  /** Puts in what is made of what is there; nothing else changes this key meanwhile. */
  void replace(Key key, UnaryOperator<@Nullable Kept> change) {
    entries.asMap().compute(key, (same, old) -> change.apply(old));
  }

  /** Takes one out if it is there; nothing else changes this key meanwhile. */
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

  /** Takes out all that are meant. */
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

  /** How many there are, after those that expired or are too many were removed. */
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
