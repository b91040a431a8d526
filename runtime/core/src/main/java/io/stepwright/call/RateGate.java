package io.stepwright.call;

import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.RateLimit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds calls of a model back while its server has said that it takes none, instead of letting them
 * be refused. Thread-safe.
 *
 * <p>Servers refill what they take evenly and say when it will be full, not when there is room for
 * the next: of a limit that is reset in a minute and holds 60, one is free after a second. So with
 * a known limit calls are let through one by one at that pace, without one all after the reset.
 */
final class RateGate {

  // A server that is wrong, or means a day, is asked again after this.
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
  private static final int TOO_MANY_REQUESTS = 429;

  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;
  private long opens;
  private long pace;

  /** Notes what the server said. */
  void learn(RateLimit limit) {
    lock.lock();
    try {
      closed = limit.remaining() <= 0 && !limit.reset().isZero();
      if (closed) {
        long reset = Math.min(LONGEST, Deadline.nanos(limit.reset()));
        pace = limit.limit() > 0 ? reset / limit.limit() : 0;
        opens = System.nanoTime() + (pace > 0 ? pace : reset);
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
    long wait = reserve(deadline.remaining());
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

  /** The nanoseconds to wait, negative if they are too many. */
  private long reserve(long remaining) {
    lock.lock();
    try {
      long wait = closed ? opens - System.nanoTime() : 0;
      if (wait <= 0) {
        closed = false;
        return 0;
      }
      if (wait >= remaining) {
        return -wait;
      }
      opens += pace;
      return wait;
    } finally {
      lock.unlock();
    }
  }
}
