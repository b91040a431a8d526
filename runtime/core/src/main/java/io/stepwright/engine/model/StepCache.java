package io.stepwright.engine.model;

import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.CacheQuestion;
import io.stepwright.call.Target;
import io.stepwright.spi.CacheConfigurationException;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.StepInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cache of a runtime's steps, and its keys. Thread-safe. */
public final class StepCache {

  private final @Nullable AnswerCache answers;
  private final EmbedderSource embedder;
  private final StepKeys keys;

  /**
   * Makes a cache.
   *
   * @param answers null if nothing is cached
   */
  StepCache(@Nullable AnswerCache answers, EmbedderSource embedder, StepKeys keys) {
    this.answers = answers;
    this.embedder = embedder;
    this.keys = keys;
  }

  /** Returns the cached answers, or null if nothing is cached. */
  public @Nullable AnswerCache answers() {
    return answers;
  }

  /**
   * Returns the reason why a step cannot be cached, or null if it can. Begins to prepare the cache.
   */
  @Nullable String problem(CacheRule rule) {
    if (answers == null) {
      return null;
    }
    answers.prepare();
    if (!rule.isSemantic()) {
      return null;
    }
    try {
      embedder.id();
    } catch (CacheConfigurationException e) {
      return e.getMessage();
    }
    answers.warmUp();
    return null;
  }

  /** Makes the question of one execution of a step. */
  public CacheQuestion question(StepInfo step, CacheRule rule, CacheKey key, Target target) {
    StepKeys.Place place =
        keys.place(step, rule, key, target, rule.isSemantic() ? embedderId() : "");
    return new CacheQuestion(
        step.agent().name() + "." + step.name(),
        place.partition(),
        place.id(),
        key.text(),
        rule.similarity(),
        Set.copyOf(rule.guards()),
        rule.ttl(),
        rule.servesUnjudged());
  }

  /** Returns the id that all questions with a text share, whatever else is in their keys. */
  public String idOf(String text) {
    return keys.idOf(text);
  }

  private String embedderId() {
    try {
      return embedder.id();
    } catch (CacheConfigurationException e) {
      // The identifier was available when the agent was made.
      throw new IllegalStateException(e);
    }
  }
}
