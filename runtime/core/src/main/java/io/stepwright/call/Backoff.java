package io.stepwright.call;

import io.stepwright.spi.ModelClientException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before something is tried again: a random part of a limit that doubles with
 * every failure, "full jitter" in the AWS Architecture Blog's <i>Exponential Backoff And
 * Jitter</i>. Thread-safe.
 *
 * <p>A server that limits the rate of requests needs more time than one that stumbled, so there are
 * two curves. What the server itself asks for is a minimum; the jitter comes on top of it, or all
 * clients that were sent away together would come back together. What this process itself lacks is
 * not there again at once: of that curve the upper half is used.
 */
public final class Backoff {

  /** What {@link #after} returns if the wait would outlast the deadline. */
  static final long TOO_LONG = -1;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final long TRANSIENT = Duration.ofMillis(50).toNanos();
  private static final long THROTTLING = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST = Duration.ofSeconds(20).toNanos();

  /** In nanoseconds: no server asks for more in earnest of a caller who waits for an answer. */
  static final long LONGEST_ASKED = Duration.ofHours(1).toNanos();

  // So far that every curve has reached its end, and nothing overflows.
  private static final int MOST_DOUBLINGS = 16;

  private final DoubleSupplier random;

  /**
   * Waits of random length.
   *
   * @param random numbers from 0, included, to 1; thread-safe
   */
  public Backoff(DoubleSupplier random) {
    this.random = random;
  }

  /** Waits that differ between threads and processes. */
  public static Backoff random() {
    return new Backoff(() -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * The wait after something of our own failed.
   *
   * @param failures how often it has failed, at least 1
   * @return nanoseconds
   */
  public long afterFailure(int failures) {
    return jitter(limit(TRANSIENT, failures));
  }

  /**
   * The wait after an attempt.
   *
   * @param failures how many attempts have failed, at least 1
   * @param remaining the nanoseconds until the deadline
   * @return nanoseconds, less than remain; {@link #TOO_LONG} if the server asks for more, or for
   *     more than an hour
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
    // As wide as the server's own wait: a request to wait for little must not become a long wait.
    long width =
        Math.min(limit(THROTTLING, failures), Math.max(minimum, limit(TRANSIENT, failures)));
    return minimum + jitter(Math.min(width, remaining - minimum));
  }

  private static long limit(long base, int failures) {
    return Math.min(LONGEST, base << Math.min(failures - 1, MOST_DOUBLINGS));
  }

  private long jitter(long limit) {
    return (long) (random.getAsDouble() * limit);
  }
}
