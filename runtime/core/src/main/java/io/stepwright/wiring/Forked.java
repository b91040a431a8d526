package io.stepwright.wiring;

import java.util.Optional;

/**
 * A step that runs concurrently with the caller thread.
 *
 * <p>{@code get} and {@code getOptional} never block; they are for bodies of steps that start after
 * this step has ended. {@code join} and {@code joinOptional} may block; they are for the thread
 * that started the run.
 *
 * @param <T> the type of the step's value
 */
public interface Forked<T> {

  /**
   * Returns the value without waiting.
   *
   * @throws IllegalStateException if the step has not ended, or is absent
   */
  T get();

  /**
   * Returns the value without waiting, or empty if the step is absent.
   *
   * @throws IllegalStateException if the step has not ended
   */
  Optional<T> getOptional();

  /**
   * Waits for the value and returns it. If the step, or a step that it waits for, is ready and no
   * thread runs it yet, the caller runs it, so that an executor of any size suffices.
   *
   * @throws RuntimeException the run's first failure, as an {@code AgentException}
   */
  T join();

  /** Like {@link #join}; empty if the step is absent. */
  Optional<T> joinOptional();
}
