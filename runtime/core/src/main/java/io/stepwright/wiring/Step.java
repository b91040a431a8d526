package io.stepwright.wiring;

import io.stepwright.spi.History;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The running step, as its body sees it. For the thread that runs the body. */
public interface Step {

  /**
   * Asks a model and decodes its answer.
   *
   * @param question the models to ask and the decoder of the answer: this step, or a copy of it
   *     with changes
   * @throws RuntimeException an {@code AgentException} that names the agent and the step
   * @throws InterruptedException if the run has ended meanwhile
   */
  <T> T ask(ModelStep<T> question, PromptMessage prompt) throws InterruptedException;

  /** Like {@link #ask(ModelStep, PromptMessage)}, with a system message. */
  <T> T ask(ModelStep<T> question, PromptMessage system, PromptMessage prompt)
      throws InterruptedException;

  /**
   * Tells whether a value that no model has written passes the checks of a step, which also apply
   * to the answers of its models.
   *
   * @throws RuntimeException an {@code AgentException} if a check fails
   * @throws InterruptedException if the run has ended meanwhile
   */
  <T> boolean accepts(ModelStep<T> question, T value) throws InterruptedException;

  /**
   * Returns a copy of this step that asks its model to continue a conversation, which stands
   * between the system message and the prompt.
   *
   * @throws NullSlotException if the conversation is null
   */
  Step continuing(String path, @Nullable History history);

  /**
   * Like {@link #continuing}, but an empty optional is a conversation without turns.
   *
   * @throws NullSlotException if the optional is null
   */
  @SuppressWarnings("NullableOptional") // The callers of steps may give null.
  Step continuingOptional(String path, @Nullable Optional<? extends History> history);

  /**
   * Returns a copy of this step whose model may call tools before it answers.
   *
   * @param handler executes the calls
   */
  Step tools(StepTools tools, StepTools.Handler handler);

  /** Returns a copy of this step that looks up its answer in the cache by a key. */
  Step cached(CacheKey key);

  /**
   * Waits for the future that a code step has returned, and cancels it if the run ends first.
   * Returns null for a null future.
   *
   * @throws Exception the failure of the future
   */
  <T> @Nullable T await(@Nullable CompletionStage<? extends @Nullable T> future) throws Exception;
}
