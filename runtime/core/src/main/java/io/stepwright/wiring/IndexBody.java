package io.stepwright.wiring;

/**
 * What a fan-out step does with the items of one index of several lists.
 *
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface IndexBody<T> {

  /** Runs the step's method for the items of this index, from 0 on. */
  T run(Step step, int index) throws Exception;
}
