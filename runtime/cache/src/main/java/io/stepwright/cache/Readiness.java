package io.stepwright.cache;

import io.stepwright.spi.CacheStore;
import io.stepwright.spi.CacheStoreException;
import java.time.Duration;

/**
 * Whether a store has got ready for the first time. Until it is known how that has ended, the store
 * is not asked, and that counts as no failure of it. Thread-safe.
 */
final class Readiness {

  private final CacheStore store;
  private final LookupThreads threads;
  private volatile boolean known;

  Readiness(CacheStore store, LookupThreads threads) {
    this.store = store;
    this.threads = threads;
  }

  /** Whether it has ended. */
  boolean isKnown() {
    return known;
  }

  /** Waits for the first time, as long as the budget lasts. */
  void await(Budget budget) throws UnavailableException, InterruptedException {
    if (!known && !threads.call(budget, () -> hasEnded(budget))) {
      throw new UnavailableException();
    }
  }

  /**
   * Waits until the store is ready, also if it was before.
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
      // From now on it is asked: then that is told as every failure is.
      known = true;
      return true;
    }
  }
}
