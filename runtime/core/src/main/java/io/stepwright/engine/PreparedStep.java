package io.stepwright.engine;

import io.stepwright.engine.model.StepMessages;
import io.stepwright.spi.History;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.NullSlotException;
import io.stepwright.wiring.PromptMessage;
import io.stepwright.wiring.Step;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A step with what it needs to ask its model beside the prompt.
 *
 * @param key the key to look up in the cache, or null
 * @param history the conversation before the prompt, or null
 */
record PreparedStep(StepRun run, @Nullable CacheKey key, @Nullable History history)
    implements Step {

  @Override
  public <T> T ask(ModelStep<T> call, PromptMessage prompt) throws InterruptedException {
    return run.ask(call, key, new StepMessages(null, history, prompt));
  }

  @Override
  public <T> T ask(ModelStep<T> call, PromptMessage system, PromptMessage prompt)
      throws InterruptedException {
    return run.ask(call, key, new StepMessages(system, history, prompt));
  }

  @Override
  public <T> boolean accepts(ModelStep<T> call, T value) throws InterruptedException {
    return run.accepts(call, value);
  }

  @Override
  public Step continuing(String path, @Nullable History conversation) {
    if (conversation == null) {
      throw new NullSlotException(path);
    }
    return new PreparedStep(run, key, conversation);
  }

  @Override
  @SuppressWarnings("NullableOptional") // The callers of steps may give null.
  public Step continuingOptional(String path, @Nullable Optional<? extends History> conversation) {
    if (conversation == null) {
      throw new NullSlotException(path);
    }
    return conversation.isPresent() ? continuing(path, conversation.get()) : this;
  }

  @Override
  public Step cached(CacheKey other) {
    return new PreparedStep(run, other, history);
  }

  @Override
  public <T> @Nullable T await(@Nullable CompletionStage<? extends @Nullable T> future)
      throws Exception {
    return run.await(future);
  }
}
