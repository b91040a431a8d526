package io.stepwright.wiring;

/**
 * What a step does.
 *
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface StepBody<T> {

  /** Runs the step's method. */
  T run(Step step) throws Exception;
}
