package io.stepwright.answer;

import io.stepwright.spi.CacheLookup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The source of new answers, which also reads the cached ones.
 *
 * @param <T> the type of the value
 * @param <X> the type of failures
 */
public interface AnswerSource<T, X extends Exception> {

  /**
   * A new answer.
   *
   * @param <T> the type of the value
   * @param value the value of the answer
   * @param text the answer as it was written
   * @param cacheable true if it may be kept: complete, and of the intended model
   * @param inputTokens the tokens of the question
   * @param outputTokens the tokens of the answer
   */
  record Fresh<T>(T value, String text, boolean cacheable, long inputTokens, long outputTokens) {}

  /**
   * Asks, on the calling thread.
   *
   * @param lookup the result of the look-up before, which was no hit
   * @throws X if there is no answer
   * @throws InterruptedException if the thread was interrupted
   */
  Fresh<T> ask(CacheLookup lookup) throws X, InterruptedException;

  /** Returns the value of a cached answer, or null if it does not fit. */
  @Nullable T read(String answer);

  /**
   * Tells whether this caller accepts the value of a cached answer. If not, the answer is kept for
   * others, and the source is asked.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  default boolean accepts(T value) throws InterruptedException {
    return true;
  }

  /** Returns the time limit of one attempt to answer. */
  default Duration attemptLimit() {
    return Duration.ofSeconds(60);
  }

  /** Returns the nanoseconds until the caller's deadline. */
  default long remainingNanos() {
    return Long.MAX_VALUE;
  }

  /**
   * Tells whether a failure holds for every caller that waits for this answer. If so, all of them
   * get it. Otherwise, for example after the deadline of this caller, the next caller asks.
   */
  boolean isShared(Exception failure);

  /**
   * Tells, after an answer, whether it holds for every caller that waits for it. Otherwise, for
   * example after a failure on the way to it that may have passed, the next caller asks.
   */
  default boolean isAnswerShared() {
    return true;
  }
}
