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

/** What the steps of a runtime remember, and under which keys. Thread-safe. */
public final class StepCache {

  private final @Nullable AnswerCache answers;
  private final EmbedderSource embedder;
  private final StepKeys keys;

  /**
   * A cache.
   *
   * @param answers null if nothing is remembered
   */
  StepCache(@Nullable AnswerCache answers, EmbedderSource embedder, StepKeys keys) {
    this.answers = answers;
    this.embedder = embedder;
    this.keys = keys;
  }

  /** What remembers, or null if nothing does. */
  public @Nullable AnswerCache answers() {
    return answers;
  }

  /** Why a step cannot be cached, or null if it can; begins to get ready for it. */
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

  /** What is looked up for one execution of a step. */
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

  /** What all questions with a text have in common, whatever else is in their keys. */
  public String idOf(String text) {
    return keys.idOf(text);
  }

  private String embedderId() {
    try {
      return embedder.id();
    } catch (CacheConfigurationException e) {
      // It was there when the agent was made.
      throw new IllegalStateException(e);
    }
  }
}
