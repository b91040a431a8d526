package io.stepwright.call;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds retries, so that a provider in trouble does not get a multiple of its usual load: at most
 * 20 % of the calls of the last ten seconds, plus 10 a second for callers with few calls. A token
 * bucket whose tokens expire, after the {@code RetryBudget} of Twitter's Finagle. Thread-safe.
 */
final class RetryBudget {

  static final String RULE = "20 % of its calls, and 10 a second";

  private static final long SLOT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int SLOTS = 10;

  /** In tokens; every call deposits one. */
  private static final int COST_OF_RETRY = 5;

  private static final int RESERVE = 10 * SLOTS * COST_OF_RETRY;

  private final @Nullable LongSupplier clock;
  private final long start;
  private final ReentrantLock lock = new ReentrantLock();

  // The tokens that the calls and retries of each of the last seconds deposited and withdrew.

  @GuardedBy("lock")
  private final long[] slots = new long[SLOTS];

  @GuardedBy("lock")
  private long second;

  /**
   * Makes a full budget.
   *
   * @param clock nanoseconds from any start on; null for {@link System#nanoTime}
   */
  RetryBudget(@Nullable LongSupplier clock) {
    this.clock = clock;
    this.start = clock == null ? System.nanoTime() : clock.getAsLong();
  }

  /** Deposits the token of a call. */
  void deposit() {
    lock.lock();
    try {
      slots[slot()]++;
    } finally {
      lock.unlock();
    }
  }

  /** Withdraws the cost of a retry. Returns false if there are not enough tokens. */
  boolean withdraw() {
    lock.lock();
    try {
      int slot = slot();
      long balance = RESERVE;
      for (long tokens : slots) {
        balance += tokens;
      }
      if (balance < COST_OF_RETRY) {
        return false;
      }
      slots[slot] -= COST_OF_RETRY;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Returns the slot of this second, after clearing those that have expired. */
  @GuardedBy("lock")
  private int slot() {
    long now = (now() - start) / SLOT_NANOS;
    for (long passed = Math.max(second + 1, now - SLOTS + 1); passed <= now; passed++) {
      slots[(int) (passed % SLOTS)] = 0;
    }
    second = Math.max(second, now);
    return (int) (second % SLOTS);
  }

  private long now() {
    return clock == null ? System.nanoTime() : clock.getAsLong();
  }
}
