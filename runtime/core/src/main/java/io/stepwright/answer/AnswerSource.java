package io.stepwright.answer;

import io.stepwright.spi.CacheLookup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who answers when the cache cannot, and who reads what it remembers.
 *
 * @param <T> the type of the value
 * @param <X> what goes wrong when it is asked
 */
public interface AnswerSource<T, X extends Exception> {

  /**
   * An answer.
   *
   * @param <T> the type of the value
   * @param value what the answer means
   * @param text the answer as it was written
   * @param cacheable whether it may be kept: finished, and of the model that was meant
   * @param inputTokens what the question has cost
   * @param outputTokens what the answer has cost
   */
  record Fresh<T>(T value, String text, boolean cacheable, long inputTokens, long outputTokens) {}

  /**
   * Asks, on the calling thread.
   *
   * @param lookup what the look-up before has brought: no hit
   * @throws X if there is no answer
   * @throws InterruptedException if the thread was interrupted
   */
  Fresh<T> ask(CacheLookup lookup) throws X, InterruptedException;

  /** What a remembered answer means, or null if it does not fit. */
  @Nullable T read(String answer);

  /**
   * Whether the one who asks accepts what a remembered answer means. If not, it is kept for others,
   * and the source is asked.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  default boolean accepts(T value) throws InterruptedException {
    return true;
  }

  /** How long one attempt to answer may take. */
  default Duration attemptLimit() {
    return Duration.ofSeconds(60);
  }

  /** How long the answer is of use to who asks, in nanoseconds. */
  default long remainingNanos() {
    return Long.MAX_VALUE;
  }

  /**
   * Whether all who wait for the same answer fail with this, too. If not, because it is a matter of
   * the one who asked, such as his deadline, the next one asks.
   */
  boolean isOfAll(Exception failure);
}
