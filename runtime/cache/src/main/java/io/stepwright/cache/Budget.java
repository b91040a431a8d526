package io.stepwright.cache;

import io.stepwright.spi.cache.CacheStoreException;
import io.stepwright.spi.cache.EmbedderException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time budget of one look-up, over everything it uses. One thread spends it; another thread may
 * wait for that one and declare the budget exceeded.
 */
final class Budget {

  /** Work that uses the store or the embedder. */
  interface Work<T> {
    /** Performs the work. */
    T run() throws Exception;
  }

  private final LongSupplier nanos;
  private final long limit;
  private final long deadline;
  private volatile boolean over;
  private volatile long entered;
  private volatile CircuitBreaker.@Nullable Attempt current;

  /** Makes a budget that starts now. */
  Budget(LongSupplier nanos, long limitNanos) {
    this.nanos = nanos;
    this.limit = limitNanos;
    this.deadline = nanos.getAsLong() + limitNanos;
  }

  /** Returns the nanoseconds left; 0 or less if none are. */
  long remaining() {
    return over ? 0 : deadline - nanos.getAsLong();
  }

  /** Begins to use a resource. Throws if its circuit breaker is open or no time is left. */
  CircuitBreaker.Attempt enter(CircuitBreaker breaker) throws UnavailableException {
    if (remaining() <= 0) {
      throw new UnavailableException();
    }
    CircuitBreaker.Attempt attempt = breaker.enter();
    if (attempt == null) {
      throw new UnavailableException();
    }
    entered = nanos.getAsLong();
    current = attempt;
    if (over) {
      throw new UnavailableException();
    }
    return attempt;
  }

  /**
   * Performs work on an entered resource. Every failure makes the resource unavailable for this
   * look-up.
   */
  <T> T spend(CircuitBreaker.Attempt attempt, Work<T> work)
      throws UnavailableException, InterruptedException {
    if (over) {
      throw new UnavailableException();
    }
    try {
      long start = nanos.getAsLong();
      T result = work.run();
      attempt.succeeded(nanos.getAsLong() - start);
      return result;
    } catch (InterruptedException e) {
      throw e;
    } catch (UnavailableException e) {
      attempt.failed(tooLong(attempt), false);
      throw e;
    } catch (Throwable e) {
      // Errors too: native code that cannot be linked must not end a run.
      attempt.failed(reason(e), e instanceof CacheStoreException known && known.isLasting());
      throw new UnavailableException();
    }
  }

  /** Records that the waiting thread has given up because the work took too long. */
  void exceeded() {
    over = true;
    CircuitBreaker.Attempt attempt = current;
    if (attempt != null) {
      attempt.failed(tooLong(attempt), false);
    }
  }

  /** Records that the waiting thread has given up for a reason unrelated to the work. */
  void abandon() {
    over = true;
  }

  private String tooLong(CircuitBreaker.Attempt attempt) {
    String text = "it took longer than " + millis(limit) + " ms (stepwright.cache.timeout).";
    long before = entered - (deadline - limit);
    if (before > limit / 2) {
      text += " " + millis(before) + " ms of this passed before the call began.";
    }
    long slowest = attempt.slowestNanos();
    if (slowest > limit / 2 || before > limit / 2) {
      text += slowest > limit / 2 ? " Successful calls took up to " + millis(slowest) + " ms." : "";
      text += " If these times are normal, raise stepwright.cache.timeout.";
    }
    return text;
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  /** Other messages may quote the question; those of these two types do not. */
  private static String reason(Throwable failure) {
    return failure instanceof CacheStoreException || failure instanceof EmbedderException
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getName();
  }
}
