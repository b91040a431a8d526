package io.stepwright.wiring;

import org.jspecify.annotations.Nullable;

/**
 * The body of a fan-out step over several lists of the same length.
 *
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface IndexBody<T> {

  /**
   * Runs the step's method for the items at this index, starting at 0. A null result fails the
   * step.
   */
  @Nullable T run(Step step, int index) throws Exception;
}
