package io.stepwright.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.CacheStore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Lets one of several processes that share a store ask a new question, by a lease in the store,
 * while the others look for its answer every now and then. Who has waited long enough, or finds
 * that the store fails, asks by himself. Thread-safe.
 */
final class Turns {

  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(25);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  // Unique over processes by its beginning, in this one by its number: nobody ends another's lease.
  private final String holder = UUID.randomUUID() + "-";
  private final AtomicLong leases = new AtomicLong();

  private final CacheStore store;
  private final CircuitBreaker writes;
  private final LookupThreads threads;
  private final Supplier<Budget> budgets;
  private final CacheTime time;
  private final Duration longest;

  /**
   * Nobody has a turn yet.
   *
   * @param writes of the store
   * @param budgets of each time the store is asked
   * @param longest how long to wait for others
   */
  Turns(
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

  /** Finds the answer of somebody else. */
  interface LookUp {
    /** Looks once. */
    Optional<CacheEntry> find(Budget budget) throws UnavailableException, InterruptedException;
  }

  /**
   * Waits until it is our turn, or the answer is there.
   *
   * @param asking says how long an attempt to answer may take, and how long we may wait
   */
  Turn await(CacheQuestion question, AnswerSource<?, ?> asking, LookUp lookUp)
      throws InterruptedException {
    String name = holder + leases.incrementAndGet();
    long start = time.nanos().getAsLong();
    long patience = Math.min(longest.toNanos(), asking.remainingNanos());
    long pause = FIRST_PAUSE;
    try {
      while (true) {
        boolean leased = lease(question, name, asking.attemptLimit());
        // Also if it is ours: its last holder may have answered just before.
        Budget budget = budgets.get();
        Optional<CacheEntry> answer = threads.call(budget, () -> lookUp.find(budget));
        if (answer.isPresent()) {
          if (leased) {
            release(question, name);
          }
          return Turn.answered(answer.get());
        }
        if (leased) {
          return Turn.leased(() -> release(question, name));
        }
        long left = patience - (time.nanos().getAsLong() - start);
        if (left <= 0) {
          return Turn.OURS;
        }
        TimeUnit.NANOSECONDS.sleep(Math.min(left, spread(pause)));
        pause = Math.min(LONGEST_PAUSE, pause * 3 / 2);
      }
    } catch (UnavailableException e) {
      // The store may have given it, and said so too late.
      return Turn.leased(() -> release(question, name));
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

  /** Later, on another thread: who has the answer does not wait for that. */
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
            // It ends by itself.
          }
        });
  }

  /** From three quarters to five quarters: who waits for the same does not ask at the same time. */
  private long spread(long pause) {
    return Math.min(LONGEST_PAUSE, (long) (pause * (0.75 + time.random().getAsDouble() / 2)));
  }
}
