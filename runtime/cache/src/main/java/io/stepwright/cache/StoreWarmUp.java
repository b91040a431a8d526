package io.stepwright.cache;

import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits for a store and performs a look-up, so that the next one has no start-up cost. */
final class StoreWarmUp {

  /** A question that has no answer. */
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

  /** A look-up with a larger budget. */
  interface LookUp {
    /** Performs the look-up. */
    TierResult look(CacheQuestion question, Budget budget, CircuitBreaker.Attempt attempt)
        throws UnavailableException, InterruptedException;
  }

  /**
   * Warms the store up, as long as the budget lasts.
   *
   * @return true if the store is ready; false at once for a lasting failure, which is logged
   */
  boolean run(Budget budget, LookUp lookUp) throws InterruptedException {
    while (true) {
      try {
        State state = threads.call(budget, () -> state(budget));
        if (state == State.READY) {
          CircuitBreaker.Attempt attempt = budget.enter(breaker);
          threads.call(budget, () -> lookUp.look(REHEARSAL, budget, attempt));
          return true;
        }
        if (state == State.REFUSED) {
          return false;
        }
      } catch (UnavailableException e) {
        // The store may be available soon.
      }
      long left = budget.remaining();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(Math.min(left, PAUSE));
    }
  }

  private enum State {
    READY,
    NOT_YET,
    REFUSED
  }

  private State state(Budget budget) throws InterruptedException {
    try {
      return readiness.isReady(budget) ? State.READY : State.NOT_YET;
    } catch (CacheStoreException e) {
      if (!e.isLasting()) {
        return State.NOT_YET;
      }
      breaker.warnOnce(String.valueOf(e.getMessage()));
      return State.REFUSED;
    }
  }
}
