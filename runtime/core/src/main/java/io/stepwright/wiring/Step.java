package io.stepwright.wiring;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The step that is being run, as its own body sees it. For the thread that runs the body. */
public interface Step {

  /**
   * Asks a model and decodes its answer.
   *
   * @param question which models are asked, and how an answer becomes a value: this step, or one
   *     that was made of it
   * @throws RuntimeException an {@code AgentException} that names the agent and the step
   * @throws InterruptedException if the run has ended meanwhile
   */
  <T> T ask(ModelStep<T> question, PromptMessage prompt) throws InterruptedException;

  /** Like {@link #ask(ModelStep, PromptMessage)}, with a system message. */
  <T> T ask(ModelStep<T> question, PromptMessage system, PromptMessage prompt)
      throws InterruptedException;

  /**
   * Tells whether a value that no model has written passes the checks of a step, as its answers
   * have to.
   *
   * @throws RuntimeException an {@code AgentException} if a check fails
   * @throws InterruptedException if the run has ended meanwhile
   */
  <T> boolean accepts(ModelStep<T> question, T value) throws InterruptedException;

  /** This step, answered from memory if that has an answer to the same question. */
  Step cached(CacheKey key);

  /**
   * Waits for the future that a code step has returned, and cancels it if the run ends first. Null
   * comes of null.
   *
   * @throws Exception what the future failed with
   */
  <T> @Nullable T await(@Nullable CompletionStage<? extends @Nullable T> future) throws Exception;
}
