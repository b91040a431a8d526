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
    void succeeded(long nanos) {
      if (told.compareAndSet(false, true)) {
        long slowest = slowestNanos;
        // Follows a change within some dozen uses; two threads may lose one of theirs.
        slowestNanos = Math.max(nanos, slowest - (slowest >> 4));
        close();
      }
    }

    /**
     * It has failed, or taken too long.
     *
     * @param reason for the log: without a secret and without text of an entry
     * @param lasting whether it will fail until somebody changes something
     */
    void failed(String reason, boolean lasting) {
      if (told.compareAndSet(false, true)) {
        if (lasting) {
          tell(reason);
        }
        count(reason);
      }
    }

    /** About how long the slowest of those have taken that worked lately; 0 if none has. */
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

  /** A breaker of something that finds answers; otherwise as the other one. */
  CircuitBreaker(String what, LongSupplier nanos) {
    this(what, "what it would have found is asked of the model instead", nanos);
  }

  /**
   * A breaker that lets everything through.
   *
   * @param what for the log
   * @param without for the log: how it goes on without
   * @param nanos as {@link System#nanoTime}
   */
  CircuitBreaker(String what, String without, LongSupplier nanos) {
    this.what = what;
    this.without = without;
    this.nanos = nanos;
  }

  /** Whether it is left alone, but for a trial now and then. */
  boolean isOpen() {
    return open;
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

  /**
   * Says once, until it works again, that it will fail until somebody changes something.
   *
   * @param reason as of a failure
   */
  void tell(String reason) {
    changing.lock();
    try {
      if (!toldOfLasting) {
        toldOfLasting = true;
        LOG.log(
            System.Logger.Level.WARNING,
            what
                + " does not work, and hardly will before something is changed; "
                + without
                + ". "
                + reason);
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
