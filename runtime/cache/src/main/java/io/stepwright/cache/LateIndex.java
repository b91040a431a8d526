package io.stepwright.cache;

import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.Embedding;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Gives entries their vectors that were kept before those were known: the embedder was still being
 * made, or took too long. One after the other, in the background. Thread-safe.
 */
final class LateIndex {

  /** The most entries that wait; the others are found in the same words only. */
  static final int MOST = 1_000;

  private static final System.Logger LOG = System.getLogger(LateIndex.class.getName());

  private record Late(CacheEntry entry, String text, boolean servesUnjudged, long evictions) {}

  private final LazyEmbedder embedder;
  private final Tier tier;
  private final LookupThreads threads;
  private final Supplier<Budget> budgets;
  private final Queue<Late> waiting = new ArrayBlockingQueue<>(MOST);
  private final AtomicBoolean working = new AtomicBoolean();

  /**
   * Nothing waits yet.
   *
   * @param budgets of the time that one entry may take, when nobody waits for it
   */
  LateIndex(LazyEmbedder embedder, Tier tier, LookupThreads threads, Supplier<Budget> budgets) {
    this.embedder = embedder;
    this.tier = tier;
    this.threads = threads;
    this.budgets = budgets;
    embedder.whenSettled(this::work);
  }

  /**
   * Gives an entry that was kept its vector as soon as that can be had.
   *
   * @param servesUnjudged as in {@link CacheQuestion#servesUnjudged}
   * @param evictions how many evictions of its step there were when it was asked for
   */
  void add(CacheEntry entry, String text, boolean servesUnjudged, long evictions) {
    if (!embedder.isFailed() && waiting.offer(new Late(entry, text, servesUnjudged, evictions))) {
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
      // There is too much to do; the next one that is added starts it.
      working.set(false);
    }
  }

  private void drain() {
    try {
      for (Late late = waiting.poll(); late != null; late = waiting.poll()) {
        index(late);
      }
    } catch (InterruptedException e) {
      // The cache is being closed.
      waiting.clear();
    } finally {
      working.set(false);
    }
    // One may have come after the last look.
    work();
  }

  private void index(Late late) throws InterruptedException {
    Budget budget = budgets.get();
    try {
      // Before it was made it was not known what it reads.
      if (Comparability.of(late.text(), late.servesUnjudged(), embedder.languages()) != null) {
        return;
      }
      Embedding embedding = embedder.remembered(late.text());
      if (embedding == null) {
        embedding = embedder.embed(late.text(), budget, embedder.enter(budget)).embedding();
      }
      if (Comparability.of(embedding) == null) {
        tier.index(Entries.withVector(late.entry(), embedding.vector()), late.evictions(), budget);
      }
    } catch (UnavailableException e) {
      LOG.log(
          System.Logger.Level.DEBUG,
          () -> "An answer of " + late.entry().step() + " is found in the same words only.");
    }
  }
}
