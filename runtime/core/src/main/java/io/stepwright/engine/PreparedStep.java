package io.stepwright.engine;

import io.stepwright.call.Dialogue;
import io.stepwright.engine.model.StepMessages;
import io.stepwright.engine.tool.ToolLoop;
import io.stepwright.spi.History;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.NullSlotException;
import io.stepwright.wiring.PromptMessage;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepTools;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A step with what it needs to ask its model beside the prompt.
 *
 * @param key the key to look up in the cache, or null
 * @param history the conversation before the prompt, or null
 * @param dialogue the way to get a value from the model
 */
record PreparedStep(
    StepRun run, @Nullable CacheKey key, @Nullable History history, Dialogue dialogue)
    implements Step {

  /** Returns a step that needs nothing but its prompt. */
  static PreparedStep of(StepRun run) {
    return new PreparedStep(run, null, null, Dialogue.ONE_QUESTION);
  }

  @Override
  public <T> T ask(ModelStep<T> call, PromptMessage prompt) throws InterruptedException {
    return run.ask(call, key, new StepMessages(null, history, prompt), dialogue);
  }

  @Override
  public <T> T ask(ModelStep<T> call, PromptMessage system, PromptMessage prompt)
      throws InterruptedException {
    return run.ask(call, key, new StepMessages(system, history, prompt), dialogue);
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
    return new PreparedStep(run, key, conversation, dialogue);
  }

  @Override
  public Step tools(StepTools tools, StepTools.Handler handler) {
    return new PreparedStep(run, key, history, new ToolLoop(new StepToolSite(run), tools, handler));
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
    return new PreparedStep(run, other, history, dialogue);
  }

  @Override
  public <T> @Nullable T await(@Nullable CompletionStage<? extends @Nullable T> future)
      throws Exception {
    return run.await(future);
  }
}
