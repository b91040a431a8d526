package io.stepwright.call;

import java.time.Duration;

/** A point in time after which the result of work is of no use. Immutable. */
public final class Deadline {

  /** No deadline. */
  public static final Deadline NONE = new Deadline(0, true);

  // Longer than any process lives, and far from where differences of System.nanoTime overflow.
  private static final long FOR_EVER = Long.MAX_VALUE / 4;

  private final long nanos;
  private final boolean none;

  private Deadline(long nanos, boolean none) {
    this.nanos = nanos;
    this.none = none;
  }

  /**
   * Returns the deadline of work that started at a {@link System#nanoTime} and has a time limit.
   */
  public static Deadline of(long startNanos, Duration limit) {
    long length = nanos(limit);
    return length >= FOR_EVER ? NONE : new Deadline(startNanos + length, false);
  }

  /**
   * Returns a duration in nanoseconds: 0 for a negative one, and at most a number that stands for
   * ever.
   */
  public static long nanos(Duration duration) {
    if (duration.isNegative()) {
      return 0;
    }
    return duration.toSeconds() >= FOR_EVER / 1_000_000_000 ? FOR_EVER : duration.toNanos();
  }

  /** Returns true if there is no deadline. */
  public boolean isNone() {
    return none;
  }

  /** Returns the deadline as {@link System#nanoTime}; meaningless if there is none. */
  public long nanoTime() {
    return nanos;
  }

  /**
   * Returns the nanoseconds left: zero or negative if the deadline has passed, a very large number
   * if there is none.
   */
  public long remaining() {
    return none ? FOR_EVER : nanos - System.nanoTime();
  }

  /** Returns true if this deadline is before the other one. */
  public boolean isBefore(Deadline other) {
    return !none && (other.none || nanos - other.nanos < 0);
  }
}
