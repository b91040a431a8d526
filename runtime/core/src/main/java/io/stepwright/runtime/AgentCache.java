package io.stepwright.runtime;

import io.stepwright.answer.StepAnswers;
import io.stepwright.engine.model.StepCache;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The cached answers of a runtime's steps, for warm-up and manual eviction. Thread-safe. */
public final class AgentCache {

  private final StepCache cache;

  AgentCache(StepCache cache) {
    this.cache = cache;
  }

  /**
   * Loads the embedder, connects to a shared store, and waits for both. This is for a service that
   * wants to be warm before it takes requests, and for a program that asks only once. Without this
   * call, both happen in the background when the first agent that needs them is made.
   *
   * @param limit the longest time to wait
   * @return true if texts can be compared by meaning and a shared store answers, now; false if the
   *     time is over, if the embedder cannot be made (which is logged), if the store cannot be
   *     used, or if nothing is cached
   * @throws InterruptedException if the thread was interrupted
   */
  public boolean warmUp(Duration limit) throws InterruptedException {
    StepAnswers answers = cache.open();
    return answers != null && answers.warmUp(limit);
  }

  /**
   * Evicts all answers of a step. In a shared store this holds for every process, although another
   * process may serve an equal question from its own memory for up to ten more seconds. An answer
   * that is being requested now is not cached.
   *
   * @param step the agent's name and the step's, {@code Onboarding.intent}; an unknown step has
   *     nothing to evict
   * @throws CacheEvictionException if the store cannot be reached, so that some answers may remain
   */
  public void evict(String step) {
    StepAnswers answers = opened(step);
    if (answers != null) {
      try {
        answers.evict(step);
      } catch (CacheStoreException e) {
        throw failed(step, e);
      }
    }
  }

  /**
   * Evicts the answers of a step to one text, whatever the other values of their keys are. Answers
   * to other texts are kept; two texts count as one if they differ only in the ways of writing that
   * the documentation of the cache lists.
   *
   * @param step the agent's name and the step's, {@code Onboarding.intent}
   * @param text the text that the step is cached on; a step that is cached on no text has nothing
   *     to evict
   * @throws CacheEvictionException if the store cannot be reached, so that some answers may remain
   */
  public void evict(String step, String text) {
    StepAnswers answers = opened(step);
    if (answers != null) {
      try {
        answers.evict(step, text);
      } catch (CacheStoreException e) {
        throw failed(step, e);
      }
    }
  }

  /** The cache; null if there is nothing to forget. */
  private @Nullable StepAnswers opened(String step) {
    StepAnswers answers = cache.open();
    if (answers == null && cache.isShared()) {
      throw new CacheEvictionException(
          "Answers of %s may still be in the cache: no library on the class path reads the shared store. Add the dependency io.stepwright:stepwright-cache."
              .formatted(step),
          null);
    }
    return answers;
  }

  private static CacheEvictionException failed(String step, CacheStoreException e) {
    return new CacheEvictionException(
        "Answers of %s may still be in the cache: %s Try again when the store can be reached."
            .formatted(step, e.getMessage()),
        e);
  }
}
