package io.stepwright.call;

import java.time.Duration;

/** A point in time after which work is of no use. Immutable. */
public final class Deadline {

  /** The deadline of work that may last for ever. */
  public static final Deadline NONE = new Deadline(0, true);

  // Longer than any process lives, and far from where differences of System.nanoTime overflow.
  private static final long FOR_EVER = Long.MAX_VALUE / 4;

  private final long nanos;
  private final boolean none;

  private Deadline(long nanos, boolean none) {
    this.nanos = nanos;
    this.none = none;
  }

  /** The deadline of work that started at a {@link System#nanoTime} and may last so long. */
  public static Deadline of(long startNanos, Duration limit) {
    long length = nanos(limit);
    return length >= FOR_EVER ? NONE : new Deadline(startNanos + length, false);
  }

  /** A duration in nanoseconds, at most a number that stands for ever; none for a negative one. */
  public static long nanos(Duration duration) {
    if (duration.isNegative()) {
      return 0;
    }
    return duration.toSeconds() >= FOR_EVER / 1_000_000_000 ? FOR_EVER : duration.toNanos();
  }

  /** Whether there is no deadline. */
  public boolean isNone() {
    return none;
  }

  /** As {@link System#nanoTime}; of no meaning if there is no deadline. */
  public long nanoTime() {
    return nanos;
  }

  /** The nanoseconds left, at most zero when it is past, very many if there is no deadline. */
  public long remaining() {
    return none ? FOR_EVER : nanos - System.nanoTime();
  }

  /** Whether it is before the other one. */
  public boolean isBefore(Deadline other) {
    return !none && (other.none || nanos - other.nanos < 0);
  }
}
