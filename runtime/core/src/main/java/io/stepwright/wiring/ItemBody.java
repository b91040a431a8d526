package io.stepwright.wiring;

import org.jspecify.annotations.Nullable;

/**
 * What a fan-out step does with one item.
 *
 * @param <I> the type of the item
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface ItemBody<I, T> {

  /** Runs the step's method for one item; null is its failure. */
  @Nullable T run(Step step, I item) throws Exception;
}
