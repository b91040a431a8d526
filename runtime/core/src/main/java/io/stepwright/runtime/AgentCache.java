package io.stepwright.runtime;

import io.stepwright.answer.StepAnswers;
import io.stepwright.engine.model.StepCache;
import io.stepwright.spi.CacheStoreException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the steps of a runtime remember, to be forgotten by hand. Thread-safe. */
public final class AgentCache {

  private final StepCache cache;

  AgentCache(StepCache cache) {
    this.cache = cache;
  }

  /**
   * Loads what comparing texts by meaning takes, connects to a shared store, and waits for both:
   * for a service that wants to be warm before it takes requests, and for a program that asks only
   * once. Without this it happens in the background when the first agent that needs it is made.
   *
   * @param limit how long to wait at most
   * @return whether texts can be compared by meaning, and a shared store answers, now: false if the
   *     time is over, or the embedder cannot be made, which is then logged, or the store cannot be
   *     used, or nothing is remembered, as without {@code stepwright-cache}
   * @throws AgentConfigurationException if the cache cannot be loaded
   * @throws InterruptedException if the thread was interrupted
   */
  public boolean warmUp(Duration limit) throws InterruptedException {
    StepAnswers answers = cache.open();
    return answers != null && answers.warmUp(limit);
  }

  /**
   * Forgets all answers of a step. In a shared store that holds for every process; another one may
   * serve an equal question from its own memory for ten more seconds. An answer that is being asked
   * for now is not kept.
   *
   * @param step the agent's name and the step's, {@code Onboarding.intent}; one that is not known
   *     has nothing to forget
   * @throws CacheEvictionException if the store cannot be reached, so that it may still have some
   * @throws AgentConfigurationException if the cache cannot be loaded
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
   * Forgets the answers of a step to one text, whatever the other values of their keys are. Texts
   * that differ in more than how they are written, as the page on the cache lists it, are kept.
   *
   * @param step the agent's name and the step's, {@code Onboarding.intent}
   * @param text the text that the step is cached on; a step that is cached on no text has nothing
   *     to forget
   * @throws CacheEvictionException if the store cannot be reached, so that it may still have some
   * @throws AgentConfigurationException if the cache cannot be loaded
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
          "The answers of %s may not be forgotten: nothing on the class path reads the shared store. Add the dependency io.stepwright:stepwright-cache."
              .formatted(step),
          null);
    }
    return answers;
  }

  private static CacheEvictionException failed(String step, CacheStoreException e) {
    return new CacheEvictionException(
        "The answers of %s may not be forgotten: %s Try again when the store can be reached."
            .formatted(step, e.getMessage()),
        e);
  }
}
