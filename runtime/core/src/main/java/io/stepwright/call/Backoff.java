package io.stepwright.call;

import io.stepwright.spi.ModelClientException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The waits between attempts: a random part of a limit that doubles with every failure, "full
 * jitter" in the AWS Architecture Blog's <i>Exponential Backoff And Jitter</i>. Thread-safe.
 *
 * <p>A server that limits the rate of requests needs more time than one with a passing error, so
 * there are two curves. The wait that the server asks for is a minimum; the jitter is added to it,
 * so that clients that were refused together do not return together. A shortage of resources in
 * this process does not pass at once: the upper half of the curve is used for it.
 */
public final class Backoff {

  /** The result of {@link #after} if the wait would exceed the deadline. */
  static final long TOO_LONG = -1;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final long TRANSIENT = Duration.ofMillis(50).toNanos();
  private static final long THROTTLING = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST = Duration.ofSeconds(20).toNanos();

  /** In nanoseconds. No server seriously asks an interactive caller to wait longer. */
  static final long LONGEST_ASKED = Duration.ofHours(1).toNanos();

  // Enough for every curve to reach its limit, without overflow.
  private static final int MOST_DOUBLINGS = 16;

  private final @Nullable DoubleSupplier random;

  /**
   * Makes waits of random length.
   *
   * @param random numbers from 0, included, to 1, thread-safe; null for those of each thread
   */
  public Backoff(@Nullable DoubleSupplier random) {
    this.random = random;
  }

  /** Makes waits that differ between threads and processes. */
  public static Backoff random() {
    return new Backoff(null);
  }

  /**
   * Returns the wait after a failure of a code step.
   *
   * @param failures the number of failures so far, at least 1
   * @return nanoseconds
   */
  public long afterFailure(int failures) {
    return jitter(limit(TRANSIENT, failures));
  }

  /**
   * Returns the wait after a failed attempt.
   *
   * @param failures the number of failed attempts so far, at least 1
   * @param remaining the nanoseconds until the deadline
   * @return nanoseconds, less than {@code remaining}; {@link #TOO_LONG} if the server asks for a
   *     longer wait, or for more than an hour
   */
  long after(ModelClientException failure, int failures, long remaining) {
    Duration asked = failure.retryAfter();
    if (failure.kind() == ModelClientException.Kind.RESOURCES) {
      long half = Math.min(limit(THROTTLING, failures), remaining) / 2;
      return half + jitter(half);
    } else if (asked == null) {
      long curve = failure.status() == TOO_MANY_REQUESTS ? THROTTLING : TRANSIENT;
      return jitter(Math.min(limit(curve, failures), remaining));
    }
    long minimum = Deadline.nanos(asked);
    if (minimum >= remaining || minimum > LONGEST_ASKED) {
      return TOO_LONG;
    }
    // As wide as the server's own wait, so that a short requested wait does not become a long one.
    long width =
        Math.min(limit(THROTTLING, failures), Math.max(minimum, limit(TRANSIENT, failures)));
    return minimum + jitter(Math.min(width, remaining - minimum));
  }

  private static long limit(long base, int failures) {
    return Math.min(LONGEST, base << Math.min(failures - 1, MOST_DOUBLINGS));
  }

  private long jitter(long limit) {
    double part = random == null ? ThreadLocalRandom.current().nextDouble() : random.getAsDouble();
    return (long) (part * limit);
  }
}
