package io.stepwright.cache;

import io.stepwright.spi.CacheStoreException;
import io.stepwright.spi.EmbedderException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time that one look-up may take, over everything it uses. One thread spends it, another one
 * may wait for that and declare it spent.
 */
final class Budget {

  /** Something that uses the store or the embedder. */
  interface Work<T> {
    /** Does it. */
    T run() throws Exception;
  }

  private final LongSupplier nanos;
  private final long limit;
  private final long deadline;
  private volatile boolean over;
  private volatile long entered;
  private volatile CircuitBreaker.@Nullable Attempt current;

  /** A budget that starts to run now. */
  Budget(LongSupplier nanos, long limitNanos) {
    this.nanos = nanos;
    this.limit = limitNanos;
    this.deadline = nanos.getAsLong() + limitNanos;
  }

  /** The nanoseconds that are left; 0 or less if none are. */
  long remaining() {
    return over ? 0 : deadline - nanos.getAsLong();
  }

  /** Begins to use something, unless it is to be left alone or no time is left. */
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

  /** Uses what was entered. Whatever goes wrong is a reason to be without it. */
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
      // Errors, too: native code that does not link must not be the end of a run.
      attempt.failed(reason(e), e instanceof CacheStoreException known && known.isLasting());
      throw new UnavailableException();
    }
  }

  /** Nobody waits any more: it has taken too long. */
  void exceeded() {
    over = true;
    CircuitBreaker.Attempt attempt = current;
    if (attempt != null) {
      attempt.failed(tooLong(attempt), false);
    }
  }

  /** Nobody waits any more, for a reason that has nothing to do with it. */
  void abandon() {
    over = true;
  }

  private String tooLong(CircuitBreaker.Attempt attempt) {
    String text = "it took longer than " + millis(limit) + " ms (stepwright.cache.timeout).";
    long before = entered - (deadline - limit);
    if (before > limit / 2) {
      text += " Of these, " + millis(before) + " ms had gone by before it began.";
    }
    long slowest = attempt.slowestNanos();
    if (slowest > limit / 2 || before > limit / 2) {
      text += slowest > limit / 2 ? " What worked took up to " + millis(slowest) + " ms." : "";
      text += " If the way is that long, raise stepwright.cache.timeout.";
    }
    return text;
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  /** Messages of others may hold what was asked; only these two are known not to. */
  private static String reason(Throwable failure) {
    return failure instanceof CacheStoreException || failure instanceof EmbedderException
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getName();
  }
}
