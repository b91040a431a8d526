package io.stepwright.wiring;

import org.jspecify.annotations.Nullable;

/**
 * The body of a fan-out step.
 *
 * @param <I> the type of the item
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface ItemBody<I, T> {

  /** Runs the step's method for one item. A null result fails the step. */
  @Nullable T run(Step step, I item) throws Exception;
}
