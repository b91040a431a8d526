package io.stepwright.cache;

import io.stepwright.cache.memory.MemoryStore;
import io.stepwright.spi.CacheEntry;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The exact answers of this process, found without leaving the thread. Thread-safe. */
final class LocalAnswers {

  /** How late an eviction elsewhere may show here. */
  static final long LONGEST_MILLIS = TimeUnit.SECONDS.toMillis(10);

  private final MemoryStore store;
  private final boolean isCopy;
  private final Evictions evictions;
  private final LongSupplier steady;
  private final LongSupplier clock;

  /**
   * Those of a store.
   *
   * @param isCopy whether another store has the entries, and this one only copies for a while
   * @param steady the clock of the store, which never jumps
   * @param clock the clock of entries that are given to be kept
   */
  LocalAnswers(
      MemoryStore store,
      boolean isCopy,
      Evictions evictions,
      LongSupplier steady,
      LongSupplier clock) {
    this.store = store;
    this.isCopy = isCopy;
    this.evictions = evictions;
    this.steady = steady;
    this.clock = clock;
  }

  /** The answer to a question, its times on the clock that never jumps; or null. */
  @Nullable CacheEntry find(CacheQuestion question) {
    CacheEntry entry = store.find(question.partition(), question.id());
    return entry != null && Recheck.isSame(question, entry, steady.getAsLong()) ? entry : null;
  }

  /**
   * Keeps an entry, unless its step was evicted since it was asked for.
   *
   * @param evictions how many evictions of its step there were then
   */
  void keep(CacheEntry entry, long evictions) {
    if (this.evictions.count(entry.step()) != evictions) {
      return;
    }
    store.put(isCopy ? copy(entry) : entry);
    // Once more: there may have been one since.
    if (this.evictions.count(entry.step()) != evictions) {
      remove(entry);
    }
  }

  void remove(CacheEntry entry) {
    store.remove(entry.partition(), entry.id());
  }

  void evict(String step) {
    store.evict(step);
  }

  void evict(String step, String id) {
    store.evict(step, id);
  }

  /** How old it is and how long it may be kept is asked once, of the clock that it was made by. */
  private CacheEntry copy(CacheEntry entry) {
    long now = steady.getAsLong();
    long clockNow = clock.getAsLong();
    return new CacheEntry(
        entry.step(),
        entry.partition(),
        entry.id(),
        entry.text(),
        null,
        entry.answer(),
        now - Math.max(0, clockNow - entry.createdMillis()),
        now + Math.min(entry.expiresMillis() - clockNow, LONGEST_MILLIS),
        entry.inputTokens(),
        entry.outputTokens());
  }
}
