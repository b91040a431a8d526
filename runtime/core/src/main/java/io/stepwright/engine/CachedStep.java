package io.stepwright.engine;

import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.ModelCall;
import io.stepwright.wiring.Prompt;
import io.stepwright.wiring.Step;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A step that looks into the cache before it asks its model. */
record CachedStep(StepRun run, CacheKey key) implements Step {

  @Override
  public <T> T ask(ModelCall<T> call, Prompt prompt) throws InterruptedException {
    return run.ask(call, key, null, prompt);
  }

  @Override
  public <T> T ask(ModelCall<T> call, Prompt system, Prompt prompt) throws InterruptedException {
    return run.ask(call, key, system, prompt);
  }

  @Override
  public <T> boolean accepts(ModelCall<T> call, T value) throws InterruptedException {
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
