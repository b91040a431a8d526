package io.stepwright.runtime;

import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.CacheDigest;
import io.stepwright.cache.CacheQuestion;
import io.stepwright.cache.TextFolding;
import io.stepwright.cache.guard.Guards;
import io.stepwright.call.Target;
import io.stepwright.spi.CacheConfigurationException;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.StepInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the steps of a runtime remember, and under which keys. Thread-safe. */
final class StepCache {

  // Changes when what goes into a key does.
  private static final String KEY_VERSION = "1";

  private final @Nullable AnswerCache answers;
  private final EmbedderSource embedder;

  /**
   * A cache.
   *
   * @param answers null if nothing is remembered
   */
  StepCache(@Nullable AnswerCache answers, EmbedderSource embedder) {
    this.answers = answers;
    this.embedder = embedder;
  }

  /** What remembers, or null if nothing does. */
  @Nullable AnswerCache answers() {
    return answers;
  }

  /** Why a step cannot be cached, or null if it can; begins to get ready for it. */
  @Nullable String problem(CacheRule rule) {
    if (answers == null || !rule.isSemantic()) {
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
  CacheQuestion question(StepInfo step, CacheRule rule, CacheKey key, Target target) {
    String text = key.text();
    CacheDigest partition =
        new CacheDigest()
            .add(KEY_VERSION)
            .add(String.valueOf(TextFolding.VERSION))
            .add(String.valueOf(Guards.VERSION))
            .add(step.agent().type())
            .add(step.name())
            .add(rule.fingerprint())
            .add(target.provider().name())
            .add(target.provider().endpoint())
            .add(target.model())
            .add(rule.isSemantic() ? embedderId() : "");
    // Without a text an answer has one question only, which is then what tells entries apart.
    CacheDigest values = text == null ? new CacheDigest() : partition;
    key.exact().forEach(values::add);
    String id = text == null ? values.hex() : idOf(text);
    return new CacheQuestion(
        step.agent().name() + "." + step.name(),
        partition.hex(),
        id,
        text,
        rule.similarity(),
        Set.copyOf(rule.guards()),
        rule.ttl());
  }

  /** What all questions with a text have in common, whatever else is in their keys. */
  static String idOf(String text) {
    return new CacheDigest().add(TextFolding.fold(text)).hex();
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
