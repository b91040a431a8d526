package io.stepwright.cache.step;

import io.stepwright.answer.Answer;
import io.stepwright.answer.AnswerSource;
import io.stepwright.answer.AskedModel;
import io.stepwright.answer.StepAnswers;
import io.stepwright.answer.StepEmbedder;
import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.CacheQuestion;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.CacheStoreException;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.Set;

/** The cache of a runtime, and the keys under which it remembers answers. Thread-safe. */
final class CachedAnswers implements StepAnswers {

  private final AnswerCache cache;
  private final StepEmbedder embedder;
  private final StepKeys keys;

  CachedAnswers(AnswerCache cache, StepEmbedder embedder, StepKeys keys) {
    this.cache = cache;
    this.embedder = embedder;
    this.keys = keys;
  }

  @Override
  public <T, X extends Exception> Answer<T> answer(
      StepInfo step, CacheRule rule, CacheKey key, AskedModel model, AnswerSource<T, X> source)
      throws X, InterruptedException {
    return cache.answer(question(step, rule, key, model), source);
  }

  private CacheQuestion question(StepInfo step, CacheRule rule, CacheKey key, AskedModel model) {
    StepKeys.CacheAddress address =
        keys.address(step, rule, key, model, rule.isSemantic() ? embedderId() : "");
    return new CacheQuestion(
        step.agent().name() + "." + step.name(),
        address.partition(),
        address.id(),
        key.text(),
        rule.similarity(),
        Set.copyOf(rule.guards()),
        rule.ttl(),
        rule.servesUnjudged());
  }

  private String embedderId() {
    try {
      return embedder.id();
    } catch (CacheConfigurationException e) {
      // It was there when the agent was made.
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void prepare() {
    cache.prepare();
  }

  @Override
  public void warmUp() {
    cache.warmUp();
  }

  @Override
  public boolean warmUp(Duration limit) throws InterruptedException {
    return cache.warmUp(limit);
  }

  @Override
  public void evict(String step) throws CacheStoreException {
    cache.evict(step);
  }

  @Override
  public void evict(String step, String text) throws CacheStoreException {
    cache.evict(step, keys.idOf(text));
  }

  @Override
  public void close() {
    cache.close();
  }
}
