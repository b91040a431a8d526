package io.stepwright.wiring;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The step that is being run, as its own body sees it. For the thread that runs the body. */
public interface Step {

  /**
   * Asks a model and decodes its answer.
   *
   * @throws RuntimeException an {@code AgentException} that names the agent and the step
   * @throws InterruptedException if the run has ended meanwhile
   */
  <T> T ask(ModelCall<T> call, Prompt prompt) throws InterruptedException;

  /** Like {@link #ask(ModelCall, Prompt)}, with a system message. */
  <T> T ask(ModelCall<T> call, Prompt system, Prompt prompt) throws InterruptedException;

  /**
   * Tells whether a value that no model has written passes the checks of a call, as its answers
   * have to.
   *
   * @throws RuntimeException an {@code AgentException} if a check fails
   * @throws InterruptedException if the run has ended meanwhile
   */
  <T> boolean accepts(ModelCall<T> call, T value) throws InterruptedException;

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
