package io.stepwright.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Lets one of several processes that share a store ask a new question, by a lease in the store,
 * while the others poll for its answer. A process that has waited long enough, or finds that the
 * store fails, asks by itself. Thread-safe.
 */
final class LeaseCoordinator {

  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(25);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  // Unique across processes by its beginning and within this one by its number, so that no holder
  // ends another's lease.
  private final String holder = UUID.randomUUID() + "-";
  private final AtomicLong leases = new AtomicLong();

  private final CacheStore store;
  private final CircuitBreaker writes;
  private final LookupThreads threads;
  private final Supplier<Budget> budgets;
  private final CacheTime time;
  private final Duration longest;

  /**
   * Makes the coordination of a store.
   *
   * @param writes the circuit breaker of the store's writes
   * @param budgets the time for each request to the store
   * @param longest the longest wait for other processes
   */
  LeaseCoordinator(
      CacheStore store,
      CircuitBreaker writes,
      LookupThreads threads,
      Supplier<Budget> budgets,
      CacheTime time,
      Duration longest) {
    this.store = store;
    this.writes = writes;
    this.threads = threads;
    this.budgets = budgets;
    this.time = time;
    this.longest = longest;
  }

  /** A look-up of another process's answer. */
  interface LookUp {
    /** Performs one look-up. */
    Optional<CacheEntry> find(Budget budget) throws UnavailableException, InterruptedException;
  }

  /**
   * Waits until this process may ask, or an answer is found.
   *
   * @param asking gives the time limit of an attempt and the time that is left for waiting
   */
  LeaseResult await(CacheQuestion question, AnswerSource<?, ?> asking, LookUp lookUp)
      throws InterruptedException {
    String name = holder + leases.incrementAndGet();
    long start = time.nanos().getAsLong();
    long patience = Math.min(longest.toNanos(), asking.remainingNanos());
    long pause = FIRST_PAUSE;
    try {
      while (true) {
        boolean leased = lease(question, name, asking.attemptLimit());
        // Checked even with the lease: its last holder may have answered just before.
        Budget budget = budgets.get();
        Optional<CacheEntry> answer = threads.call(budget, () -> lookUp.find(budget));
        if (answer.isPresent()) {
          if (leased) {
            release(question, name);
          }
          return LeaseResult.answered(answer.get());
        }
        if (leased) {
          return LeaseResult.leased(() -> release(question, name));
        }
        long left = patience - (time.nanos().getAsLong() - start);
        if (left <= 0) {
          return LeaseResult.UNLEASED;
        }
        TimeUnit.NANOSECONDS.sleep(Math.min(left, spread(pause)));
        pause = Math.min(LONGEST_PAUSE, pause * 3 / 2);
      }
    } catch (UnavailableException e) {
      // The store may have granted the lease and reported it too late.
      return LeaseResult.leased(() -> release(question, name));
    } catch (InterruptedException e) {
      release(question, name);
      throw e;
    }
  }

  private boolean lease(CacheQuestion question, String name, Duration limit)
      throws UnavailableException, InterruptedException {
    Budget budget = budgets.get();
    CircuitBreaker.Attempt attempt = budget.enter(writes);
    return threads.call(
        budget,
        () ->
            budget.spend(
                attempt, () -> store.lease(question.partition(), question.id(), name, limit)));
  }

  /** Releases the lease later, on another thread: the caller has its answer and does not wait. */
  private void release(CacheQuestion question, String name) {
    threads.execute(
        () -> {
          Budget budget = budgets.get();
          try {
            budget.spend(
                budget.enter(writes),
                () -> {
                  store.release(question.partition(), question.id(), name);
                  return true;
                });
          } catch (UnavailableException | InterruptedException e) {
            // The lease expires by itself.
          }
        });
  }

  /**
   * Spreads a pause from three quarters to five quarters, so that waiting processes do not poll
   * together.
   */
  private long spread(long pause) {
    return Math.min(LONGEST_PAUSE, (long) (pause * (0.75 + time.random().getAsDouble() / 2)));
  }
}
