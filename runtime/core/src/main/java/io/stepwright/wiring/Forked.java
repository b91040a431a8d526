package io.stepwright.wiring;

import java.util.Optional;

/**
 * A step that runs beside the caller.
 *
 * <p>{@code get} and {@code getOptional} never block: they are for steps that start after this one.
 * {@code join} and {@code joinOptional} are for the thread that started the run.
 *
 * @param <T> the type of the step's value
 */
public interface Forked<T> {

  /**
   * The value, which is there already.
   *
   * @throws IllegalStateException if the step has not ended, or is absent
   */
  T get();

  /**
   * The value, or empty if the step is absent.
   *
   * @throws IllegalStateException if the step has not ended
   */
  Optional<T> getOptional();

  /**
   * Waits for the value. If the step, or one that it waits for, is ready and nobody runs it yet,
   * the caller runs it, so that an executor of any size is enough.
   *
   * @throws RuntimeException the run's first failure, as an {@code AgentException}
   */
  T join();

  /** Like {@link #join}; empty if the step is absent. */
  Optional<T> joinOptional();
}
