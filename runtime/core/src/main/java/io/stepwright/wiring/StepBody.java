package io.stepwright.wiring;

import org.jspecify.annotations.Nullable;

/**
 * What a step does.
 *
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface StepBody<T> {

  /** Runs the step's method; null is its failure. */
  @Nullable T run(Step step) throws Exception;
}
