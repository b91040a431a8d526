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
 * A circuit breaker: stops using a resource for a while after several failures in a row, after the
 * pattern of Michael Nygard's "Release It!". Thread-safe.
 */
final class CircuitBreaker {

  /** One use of the resource. Only the first reported outcome counts. */
  final class Attempt {
    private final AtomicBoolean told = new AtomicBoolean();

    /** Reports a success and its duration. */
    void succeeded(long nanos) {
      if (told.compareAndSet(false, true)) {
        long slowest = slowestNanos;
        // Adapts to a change within some dozen uses. A racing update may be lost.
        slowestNanos = Math.max(nanos, slowest - (slowest >> 4));
        close();
      }
    }

    /**
     * Reports a failure or a timeout.
     *
     * @param reason for the log: without a secret and without the text of an entry
     * @param lasting true if it will fail until an operator intervenes
     */
    void failed(String reason, boolean lasting) {
      if (told.compareAndSet(false, true)) {
        if (lasting) {
          warnOnce(reason);
        }
        count(reason);
      }
    }

    /** Returns the approximate duration of the slowest recent success; 0 if there was none. */
    long slowestNanos() {
      return slowestNanos;
    }
  }

  static final int FAILURES = 5;
  static final long OPEN_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final System.Logger LOG = System.getLogger(CircuitBreaker.class.getName());

  private final String what;
  private final String without;
  private final LongSupplier nanos;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicLong nextTrial = new AtomicLong();
  private final ReentrantLock changing = new ReentrantLock();
  private volatile boolean open;
  private volatile boolean toldOfLasting;
  private volatile long slowestNanos;

  /** Makes a breaker of a resource that finds answers. */
  CircuitBreaker(String what, LongSupplier nanos) {
    this(what, "questions that it would have answered go to the model", nanos);
  }

  /**
   * Makes a closed breaker, which lets all uses through.
   *
   * @param what the name of the resource for the log
   * @param without for the log, the effect of doing without the resource
   * @param nanos the clock, as {@link System#nanoTime}
   */
  CircuitBreaker(String what, String without, LongSupplier nanos) {
    this.what = what;
    this.without = without;
    this.nanos = nanos;
  }

  /** Tells whether the breaker is open, so that only occasional trials are let through. */
  boolean isOpen() {
    return open;
  }

  /**
   * Asks for a use. Returns null if the resource must not be used now. If the outcome of a trial is
   * never reported, another trial follows after the same pause.
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

  /**
   * Logs once, until a success, that the resource will fail until an operator intervenes.
   *
   * @param reason for the log, as for a failure
   */
  void warnOnce(String reason) {
    changing.lock();
    try {
      if (!toldOfLasting) {
        toldOfLasting = true;
        LOG.log(
            System.Logger.Level.WARNING,
            what + " does not work, and will hardly recover by itself; " + without + ". " + reason);
      }
    } finally {
      changing.unlock();
    }
  }

  private void close() {
    if (failures.get() != 0) {
      failures.set(0);
    }
    if (!open && !toldOfLasting) {
      return;
    }
    changing.lock();
    try {
      if (open || toldOfLasting) {
        open = false;
        toldOfLasting = false;
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
        if (!toldOfLasting) {
          LOG.log(System.Logger.Level.WARNING, opened(reason));
        }
      }
    } finally {
      changing.unlock();
    }
  }

  private String opened(String reason) {
    return String.format(
            Locale.ROOT,
            "%s has failed %d times in a row, and is tried again every %d s until it works; ",
            what,
            FAILURES,
            TimeUnit.NANOSECONDS.toSeconds(OPEN_NANOS))
        + without
        + ". The last time: "
        + reason;
  }
}
