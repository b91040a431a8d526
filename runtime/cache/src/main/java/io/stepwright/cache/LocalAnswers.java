package io.stepwright.cache;

import io.stepwright.cache.memory.MemoryStore;
import io.stepwright.spi.cache.CacheEntry;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The exact answers of this process, found on the calling thread. Thread-safe. */
final class LocalAnswers {

  /** The longest delay after which an eviction in another process takes effect here. */
  static final long LONGEST_MILLIS = TimeUnit.SECONDS.toMillis(10);

  private final MemoryStore store;
  private final boolean isCopy;
  private final Evictions evictions;
  private final LongSupplier steady;
  private final LongSupplier clock;

  /**
   * Makes a view of a memory store.
   *
   * @param isCopy true if another store has the entries and this one only copies them for a while
   * @param steady the steady clock of the store
   * @param clock the clock of entries that are given to {@link #keep}
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

  /** Returns the answer to a question, with its times on the steady clock; or null. */
  @Nullable CacheEntry find(CacheQuestion question) {
    CacheEntry entry = store.find(question.partition(), question.id());
    return entry != null && EntryValidator.isSame(question, entry, steady.getAsLong())
        ? entry
        : null;
  }

  /**
   * Keeps an entry, unless its step was evicted since the answer was requested.
   *
   * @param evictions the number of evictions of its step at that time
   */
  void keep(CacheEntry entry, long evictions) {
    if (this.evictions.count(entry.step()) != evictions) {
      return;
    }
    store.put(isCopy ? copy(entry) : entry);
    // Checked again: there may have been an eviction since.
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

  /**
   * Copies an entry. Its age and remaining lifetime are read once, from the clock that it was made
   * with.
   */
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
