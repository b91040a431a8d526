package io.stepwright.call;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.RateLimit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Holds calls of a model back while its server has said that it takes none, instead of letting them
 * be refused. Thread-safe.
 *
 * <p>Servers refill what they take evenly and say when it will be full, not when there is room for
 * the next: of a limit that is reset in a minute and holds 60, one is free after a second. So with
 * a known limit calls are let through one by one at that pace, without one all after the reset.
 *
 * <p>A server's word alone does not shut a model: when nothing was let through for a few seconds,
 * one call goes all the same, and its answer says anew what is true.
 */
final class RateGate {

  /** How long nothing is let through before one call goes all the same, in nanoseconds. */
  static final long PROBE = TimeUnit.SECONDS.toNanos(5);

  // A server that is wrong, or means a day, is asked again after this.
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final long NO_TURN = Long.MIN_VALUE;

  private final LongSupplier clock;
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private boolean closed;

  @GuardedBy("lock")
  private long opens;

  @GuardedBy("lock")
  private long pace;

  @GuardedBy("lock")
  private long probes;

  /**
   * An open gate.
   *
   * @param clock nanoseconds from any start on, as {@link System#nanoTime}
   */
  RateGate(LongSupplier clock) {
    this.clock = clock;
  }

  /** Notes what the server said. */
  void learn(RateLimit limit) {
    lock.lock();
    try {
      long reset = Math.min(LONGEST, Deadline.nanos(limit.reset()));
      closed = limit.remaining() <= 0 && reset > 0;
      if (closed) {
        long now = clock.getAsLong();
        pace = limit.limit() > 0 ? reset / limit.limit() : 0;
        opens = now + (pace > 0 ? pace : reset);
        probes = now + PROBE;
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

  /** The place of one call in the line. For one thread. */
  static final class Turn {
    private long time = NO_TURN;
  }

  /**
   * The nanoseconds until it is to be asked again whether a call may go; 0 if it may, negative if
   * that would be too late.
   *
   * @param turn the call's place in the line, the same for each question of one call
   * @param remaining the nanoseconds until the call's deadline
   */
  long next(Turn turn, long remaining) {
    lock.lock();
    try {
      if (!closed) {
        return 0;
      }
      long now = clock.getAsLong();
      long due = turn.time == NO_TURN ? opens : turn.time;
      if (due - now <= 0) {
        // Whoever comes without a place in the line finds that nobody is in it.
        closed = turn.time != NO_TURN;
        probes = now + PROBE;
        return 0;
      }
      if (probes - now <= 0) {
        probes = now + PROBE;
        return 0;
      }
      if (due - now >= remaining) {
        return now - due;
      }
      if (turn.time == NO_TURN) {
        turn.time = opens;
        opens += pace;
      }
      return Math.min(due, probes) - now;
    } finally {
      lock.unlock();
    }
  }
}
