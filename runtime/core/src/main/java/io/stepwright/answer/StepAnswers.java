package io.stepwright.answer;

import io.stepwright.spi.cache.CacheStoreException;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;

/** Remembers the answers of a runtime's steps. Thread-safe. */
public interface StepAnswers extends AutoCloseable {

  /**
   * The answer of a step: remembered, shared with another run that asks the same now, or new.
   *
   * @param <T> the type of the value
   * @param <X> the failure of the source
   * @param rule the step's, as its annotation says
   * @param key the values that decide about the answer
   * @param model the first model that the source asks
   * @param source asked on this thread, if it comes to that, and at most once
   * @throws X what the source threw; or, as the same object, what it threw in another thread that
   *     was asking the same and whose source said that it is of all
   * @throws InterruptedException if the thread was interrupted; others who wait are not affected
   */
  <T, X extends Exception> Answer<T> answer(
      StepInfo step, CacheRule rule, CacheKey key, AskedModel model, AnswerSource<T, X> source)
      throws X, InterruptedException;

  /** Begins to get the store ready in the background, such as to connect. Returns at once. */
  void prepare();

  /** Begins to make the embedder in the background, if that has not begun yet. Returns at once. */
  void warmUp();

  /**
   * Makes the embedder and gets the store ready, if that has not happened yet, and waits for both.
   *
   * @param limit the longest wait
   * @return whether texts can be compared by meaning and the store answers now
   * @throws InterruptedException if the thread was interrupted
   */
  boolean warmUp(Duration limit) throws InterruptedException;

  /**
   * Forgets all answers of a step.
   *
   * @param step {@code <agent>.<step>}
   * @throws CacheStoreException if a shared store may still have some
   */
  void evict(String step) throws CacheStoreException;

  /**
   * Forgets the answers of a step to one text, whatever the other values of their keys are.
   *
   * @param step {@code <agent>.<step>}
   * @throws CacheStoreException if a shared store may still have some
   */
  void evict(String step, String text) throws CacheStoreException;

  /** Frees store, embedder and threads. */
  @Override
  void close();
}
