package io.stepwright.cache;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves alone for a while what has failed several times in a row, after the pattern of Michael
 * Nygard's "Release It!". Thread-safe.
 */
final class CircuitBreaker {

  /** One use. What is told of it first holds. */
  final class Attempt {
    private final AtomicBoolean told = new AtomicBoolean();

    /** It has worked, in time. */
    void succeeded() {
      if (told.compareAndSet(false, true)) {
        close();
      }
    }

    /**
     * It has failed, or taken too long.
     *
     * @param reason for the log: without a secret and without text of an entry
     */
    void failed(String reason) {
      if (told.compareAndSet(false, true)) {
        count(reason);
      }
    }
  }

  static final int FAILURES = 5;
  static final long OPEN_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final System.Logger LOG = System.getLogger(CircuitBreaker.class.getName());

  private final String what;
  private final LongSupplier nanos;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicLong nextTrial = new AtomicLong();
  private final ReentrantLock changing = new ReentrantLock();
  private volatile boolean open;

  /**
   * A breaker that lets everything through.
   *
   * @param what for the log
   * @param nanos as {@link System#nanoTime}
   */
  CircuitBreaker(String what, LongSupplier nanos) {
    this.what = what;
    this.nanos = nanos;
  }

  /**
   * Asks for a use; null if it is not to be used now. A trial that nobody tells the end of is
   * followed by another one, just as late.
   */
  @Nullable Attempt enter() {
    if (open) {
      long now = nanos.getAsLong();
      long trial = nextTrial.get();
      if (now - trial < 0 || !nextTrial.compareAndSet(trial, now + OPEN_NANOS)) {
        return null;
      }
    }
    return new Attempt();
  }

  private void close() {
    if (failures.get() != 0) {
      failures.set(0);
    }
    if (!open) {
      return;
    }
    changing.lock();
    try {
      if (open) {
        open = false;
        LOG.log(System.Logger.Level.INFO, what + " works again.");
      }
    } finally {
      changing.unlock();
    }
  }

  private void count(String reason) {
    if (failures.incrementAndGet() < FAILURES) {
      return;
    }
    changing.lock();
    try {
      nextTrial.set(nanos.getAsLong() + OPEN_NANOS);
      if (!open) {
        open = true;
        LOG.log(
            System.Logger.Level.WARNING,
            String.format(
                    Locale.ROOT,
                    "%s has failed %d times in a row, and is tried again every %d s until it works; what it",
                    what,
                    FAILURES,
                    TimeUnit.NANOSECONDS.toSeconds(OPEN_NANOS))
                + " would have found is asked of the model instead. The last time: "
                + reason);
      }
    } finally {
      changing.unlock();
    }
  }
}
