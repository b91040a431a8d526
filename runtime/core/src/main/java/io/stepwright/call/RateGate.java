package io.stepwright.call;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.RateLimit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the calls of a model back while its server takes no requests, instead of letting them be
 * refused. Thread-safe.
 *
 * <p>Servers refill a limit evenly, but report when it will be full, not when there is room for the
 * next request: a limit of 60 that is reset in a minute has room for one after a second. So if the
 * limit is known, calls are let through one by one at that pace; otherwise all of them wait for the
 * reset.
 *
 * <p>The report of a server alone does not block a model for long: if no call was let through for a
 * few seconds, one call is sent as a probe, and its answer brings a new report.
 */
final class RateGate {

  /** The time in nanoseconds without a call after which one is let through as a probe. */
  static final long PROBE = TimeUnit.SECONDS.toNanos(5);

  // The longest wait, in case the server is wrong or means a day.
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final long NO_TURN = Long.MIN_VALUE;

  private final @Nullable LongSupplier clock;
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private boolean closed;

  @GuardedBy("lock")
  private long opens;

  @GuardedBy("lock")
  private long pace;

  @GuardedBy("lock")
  private long nextProbe;

  /**
   * Makes a gate that is open.
   *
   * @param clock nanoseconds from any start on; null for {@link System#nanoTime}
   */
  RateGate(@Nullable LongSupplier clock) {
    this.clock = clock;
  }

  /** Records the server's report. */
  void update(RateLimit limit) {
    lock.lock();
    try {
      long reset = Math.min(LONGEST, Deadline.nanos(limit.reset()));
      closed = limit.remaining() <= 0 && reset > 0;
      if (closed) {
        long now = now();
        pace = limit.limit() > 0 ? reset / limit.limit() : 0;
        opens = now + (pace > 0 ? pace : reset);
        nextProbe = now + PROBE;
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the server takes one more request.
   *
   * @throws ModelClientException if that is after the deadline
   */
  void await(Target target, Deadline deadline) throws ModelClientException, InterruptedException {
    Turn turn = new Turn();
    for (long wait = next(turn, deadline.remaining());
        wait != 0;
        wait = next(turn, deadline.remaining())) {
      if (wait < 0) {
        throw new ModelClientException(
            "Provider %s has said that it takes no more requests for model %s now."
                .formatted(target.provider().name(), target.model()),
            TOO_MANY_REQUESTS,
            true,
            Duration.ofNanos(-wait),
            null);
      }
      Pause.nanos(wait);
    }
  }

  /** The position of one call in the queue. For one thread. */
  static final class Turn {
    private long time = NO_TURN;
  }

  /**
   * Returns the nanoseconds after which the call should ask again: 0 if it may be sent, negative if
   * its time would be after the deadline.
   *
   * @param turn the call's position in the queue, the same object for each question of one call
   * @param remaining the nanoseconds until the call's deadline
   */
  long next(Turn turn, long remaining) {
    lock.lock();
    try {
      if (!closed) {
        return 0;
      }
      long now = now();
      long due = turn.time == NO_TURN ? opens : turn.time;
      if (due - now <= 0) {
        // A due call without a position in the queue finds the queue empty.
        closed = turn.time != NO_TURN;
        nextProbe = now + PROBE;
        return 0;
      }
      if (nextProbe - now <= 0) {
        nextProbe = now + PROBE;
        return 0;
      }
      if (due - now >= remaining) {
        return now - due;
      }
      if (turn.time == NO_TURN) {
        turn.time = opens;
        opens += pace;
      }
      return Math.min(due, nextProbe) - now;
    } finally {
      lock.unlock();
    }
  }

  private long now() {
    return clock == null ? System.nanoTime() : clock.getAsLong();
  }
}
