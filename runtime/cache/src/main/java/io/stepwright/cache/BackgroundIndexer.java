package io.stepwright.cache;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.Embedding;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Adds missing vectors to entries that were kept before their vectors were known, because the
 * embedder was still being made or took too long. Works in the background, one entry after the
 * other. Thread-safe.
 */
final class BackgroundIndexer {

  /** The maximum number of waiting entries; further ones are found by the same words only. */
  static final int MOST = 1_000;

  private static final System.Logger LOG = System.getLogger(BackgroundIndexer.class.getName());

  private record Pending(CacheEntry entry, String text, boolean servesUnjudged, long evictions) {}

  private final LazyEmbedder embedder;
  private final Tier tier;
  private final LookupThreads threads;
  private final Supplier<Budget> budgets;
  private final Queue<Pending> waiting = new ArrayBlockingQueue<>(MOST);
  private final AtomicBoolean working = new AtomicBoolean();

  /**
   * Makes an index without waiting entries.
   *
   * @param budgets the time for each entry, as no caller waits for it
   */
  BackgroundIndexer(
      LazyEmbedder embedder, Tier tier, LookupThreads threads, Supplier<Budget> budgets) {
    this.embedder = embedder;
    this.tier = tier;
    this.threads = threads;
    this.budgets = budgets;
    embedder.whenSettled(this::work);
  }

  /**
   * Queues an entry that was kept without a vector.
   *
   * @param servesUnjudged as in {@link CacheQuestion#servesUnjudged}
   * @param evictions the number of evictions of its step when the answer was requested
   */
  void add(CacheEntry entry, String text, boolean servesUnjudged, long evictions) {
    if (!embedder.isFailed()
        && waiting.offer(new Pending(entry, text, servesUnjudged, evictions))) {
      work();
    }
  }

  private void work() {
    if (embedder.isFailed()) {
      waiting.clear();
    } else if (embedder.isMade()
        && !waiting.isEmpty()
        && working.compareAndSet(false, true)
        && !threads.execute(this::drain)) {
      // The threads are busy; the next entry that is added starts the work.
      working.set(false);
    }
  }

  private void drain() {
    try {
      for (Pending pending = waiting.poll(); pending != null; pending = waiting.poll()) {
        index(pending);
      }
    } catch (InterruptedException e) {
      // The cache is being closed.
      waiting.clear();
    } finally {
      working.set(false);
    }
    // An entry may have been added after the last poll.
    work();
  }

  private void index(Pending pending) throws InterruptedException {
    Budget budget = budgets.get();
    try {
      // The embedder's languages were not known when the entry was kept.
      if (Comparability.of(pending.text(), pending.servesUnjudged(), embedder.languages())
          != null) {
        return;
      }
      Embedding embedding = embedder.remembered(pending.text());
      if (embedding == null) {
        embedding = embedder.embed(pending.text(), budget, embedder.enter(budget)).embedding();
      }
      if (Comparability.of(embedding) == null) {
        tier.index(
            Entries.withVector(pending.entry(), embedding.vector()), pending.evictions(), budget);
      }
    } catch (UnavailableException e) {
      LOG.log(
          System.Logger.Level.DEBUG,
          () ->
              "An answer of "
                  + pending.entry().step()
                  + " could not be indexed by meaning; only the same words find it.");
    }
  }
}
