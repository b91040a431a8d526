package io.stepwright.cache;

import io.stepwright.spi.CacheStoreException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a store, and looks something up in it, so that the next look-up takes only its time.
 */
final class StoreWarmUp {

  /** Nobody ever answers it. */
  private static final CacheQuestion REHEARSAL =
      new CacheQuestion(
          "warm-up", "0".repeat(64), "0".repeat(64), null, 1, Set.of(), Duration.ofSeconds(1));

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  private final Readiness readiness;
  private final CircuitBreaker breaker;
  private final LookupThreads threads;

  StoreWarmUp(Readiness readiness, CircuitBreaker breaker, LookupThreads threads) {
    this.readiness = readiness;
    this.breaker = breaker;
    this.threads = threads;
  }

  /** A look-up as others are, but with more time. */
  interface LookUp {
    /** Looks. */
    Found look(CacheQuestion question, Budget budget, CircuitBreaker.Attempt attempt)
        throws UnavailableException, InterruptedException;
  }

  /** Does it all, as long as the budget lasts; false if it is not ready then. */
  boolean run(Budget budget, LookUp lookUp) throws InterruptedException {
    while (true) {
      try {
        if (threads.call(budget, () -> isReady(budget))) {
          CircuitBreaker.Attempt attempt = budget.enter(breaker);
          threads.call(budget, () -> lookUp.look(REHEARSAL, budget, attempt));
          return true;
        }
      } catch (UnavailableException e) {
        // It may be there soon.
      }
      long left = budget.remaining();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(Math.min(left, PAUSE));
    }
  }

  private boolean isReady(Budget budget) throws UnavailableException, InterruptedException {
    try {
      return readiness.isReady(budget);
    } catch (CacheStoreException e) {
      if (e.isLasting()) {
        breaker.tell(String.valueOf(e.getMessage()));
      }
      throw new UnavailableException();
    }
  }
}
