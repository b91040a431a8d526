package io.stepwright.cache;

import io.stepwright.cache.memory.MemoryStore;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.Embedding;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tier that is the memory store, which also holds the exact answers of this process. Only
 * embedding may take long, so only that runs on another thread.
 */
final class InProcessTier implements Tier {

  private final MemoryStore store;
  private final LazyEmbedder embedder;
  private final LookupThreads threads;
  private final Evictions evictions;
  private final Supplier<Budget> budgets;

  InProcessTier(
      MemoryStore store,
      LazyEmbedder embedder,
      LookupThreads threads,
      Evictions evictions,
      Supplier<Budget> budgets) {
    this.store = store;
    this.embedder = embedder;
    this.threads = threads;
    this.evictions = evictions;
    this.budgets = budgets;
  }

  @Override
  public TierResult look(CacheQuestion question, @Nullable String text)
      throws InterruptedException {
    if (text == null) {
      return TierResult.NOTHING;
    }
    Embedded embedded = embedded(text);
    if (embedded == null) {
      return TierResult.UNAVAILABLE;
    }
    Embedding embedding = embedded.embedding();
    return TierResult.near(
        embedded,
        Comparability.of(embedding) == null
            ? store.nearest(
                question.partition(), embedding.vector(), NEAREST, question.similarity())
            : List.of());
  }

  private @Nullable Embedded embedded(String text) throws InterruptedException {
    Embedding remembered = embedder.remembered(text);
    if (remembered != null) {
      return Embedded.remembered(remembered);
    }
    Budget budget = budgets.get();
    try {
      CircuitBreaker.Attempt attempt = embedder.enter(budget);
      return threads.call(budget, () -> embedder.embed(text, budget, attempt));
    } catch (UnavailableException e) {
      return null;
    }
  }

  @Override
  public void served(CacheEntry entry) {
    // Marks the entry as used, so that it is evicted later: a look-up counts as a use.
    store.find(entry.partition(), entry.id());
  }

  @Override
  public void keep(CacheEntry entry, long evictions) {}

  @Override
  public void index(CacheEntry entry, long evictions, Budget budget) {
    CacheEntry now = store.find(entry.partition(), entry.id());
    if (now != null && Entries.isSameAnswer(now, entry)) {
      store.put(entry);
      // Undoes the write if the step was evicted between the two lines.
      if (this.evictions.count(entry.step()) != evictions) {
        remove(entry);
      }
    }
  }

  @Override
  public void remove(CacheEntry entry) {
    store.remove(entry.partition(), entry.id());
  }

  @Override
  public void evict(String step) {
    store.evict(step);
  }

  @Override
  public void evict(String step, String id) {
    store.evict(step, id);
  }

  @Override
  public long failedWrites() {
    return 0;
  }
}
