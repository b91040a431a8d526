package io.stepwright.cache;

import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;

/**
 * The first preparation of a store. Until its result is known, the store is not used, and that does
 * not count as a failure of it. Thread-safe.
 */
final class Readiness {

  private final CacheStore store;
  private final LookupThreads threads;
  private volatile boolean known;

  Readiness(CacheStore store, LookupThreads threads) {
    this.store = store;
    this.threads = threads;
  }

  /** Tells whether the result of the first preparation is known. */
  boolean isKnown() {
    return known;
  }

  /** Waits for the first preparation, as long as the budget lasts. */
  void await(Budget budget) throws UnavailableException, InterruptedException {
    if (!known && !threads.call(budget, () -> hasEnded(budget))) {
      throw new UnavailableException();
    }
  }

  /**
   * Waits until the store is ready, also if it was before. Returns false if the budget ends first.
   *
   * @throws CacheStoreException if it cannot be used now
   */
  boolean isReady(Budget budget) throws CacheStoreException, InterruptedException {
    boolean ready = store.awaitReady(Duration.ofNanos(Math.max(0, budget.remaining())));
    known |= ready;
    return ready;
  }

  private boolean hasEnded(Budget budget) throws InterruptedException {
    try {
      return isReady(budget);
    } catch (CacheStoreException | RuntimeException e) {
      // From now on the store is used, and failures are reported there.
      known = true;
      return true;
    }
  }
}
