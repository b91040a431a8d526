package io.stepwright.cache.step;

import com.google.auto.service.AutoService;
import io.stepwright.answer.StepAnswers;
import io.stepwright.answer.StepAnswersFactory;
import io.stepwright.answer.StepAnswersSettings;
import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.AnswerCacheBuilder;
import io.stepwright.spi.cache.CacheStore;

/** Makes the cache of a runtime. */
@AutoService(StepAnswersFactory.class)
public final class CachedAnswersFactory implements StepAnswersFactory {

  /** For {@link java.util.ServiceLoader}. */
  public CachedAnswersFactory() {}

  @Override
  public StepAnswers create(StepAnswersSettings settings) {
    CacheStore store = settings.store();
    AnswerCacheBuilder builder =
        store == null ? AnswerCache.inProcess() : AnswerCache.shared(store);
    AnswerCache cache =
        builder
            .embedder(() -> WarmUp.of(settings.embedder().make()))
            .builtInGuards()
            .globalGuards(settings.guards())
            .timeout(settings.timeout())
            .sharedTimeout(settings.sharedTimeout())
            .build();
    return new CachedAnswers(
        cache, settings.embedder(), new StepKeys(settings.namespace(), settings.secret()));
  }
}
