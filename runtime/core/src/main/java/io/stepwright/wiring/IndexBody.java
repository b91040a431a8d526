package io.stepwright.wiring;

import org.jspecify.annotations.Nullable;

/**
 * What a fan-out step does with the items of one index of several lists.
 *
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface IndexBody<T> {

  /** Runs the step's method for the items of this index, from 0 on; null is its failure. */
  @Nullable T run(Step step, int index) throws Exception;
}
