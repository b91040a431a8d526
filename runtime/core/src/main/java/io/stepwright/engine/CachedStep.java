package io.stepwright.engine;

import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptMessage;
import io.stepwright.wiring.Step;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A step that looks into the cache before it asks its model. */
record CachedStep(StepRun run, CacheKey key) implements Step {

  @Override
  public <T> T ask(ModelStep<T> call, PromptMessage prompt) throws InterruptedException {
    return run.ask(call, key, null, prompt);
  }

  @Override
  public <T> T ask(ModelStep<T> call, PromptMessage system, PromptMessage prompt)
      throws InterruptedException {
    return run.ask(call, key, system, prompt);
  }

  @Override
  public <T> boolean accepts(ModelStep<T> call, T value) throws InterruptedException {
    return run.accepts(call, value);
  }

  @Override
  public Step cached(CacheKey other) {
    return new CachedStep(run, other);
  }

  @Override
  public <T> @Nullable T await(@Nullable CompletionStage<? extends @Nullable T> future)
      throws Exception {
    return run.await(future);
  }
}
