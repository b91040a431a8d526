package io.stepwright.wiring;

/**
 * What a fan-out step does with one item.
 *
 * @param <I> the type of the item
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface ItemBody<I, T> {

  /** Runs the step's method for one item. */
  T run(Step step, I item) throws Exception;
}
