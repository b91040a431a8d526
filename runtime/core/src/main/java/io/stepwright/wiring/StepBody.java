package io.stepwright.wiring;

import org.jspecify.annotations.Nullable;

/**
 * The body of a step.
 *
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface StepBody<T> {

  /** Runs the step's method. A null result fails the step. */
  @Nullable T run(Step step) throws Exception;
}
