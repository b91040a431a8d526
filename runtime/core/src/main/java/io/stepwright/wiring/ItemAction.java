package io.stepwright.wiring;

/**
 * What a fan-out step without a value does with one item.
 *
 * @param <I> the type of the item
 */
@FunctionalInterface
public interface ItemAction<I> {

  /** Runs the step's method for one item. */
  void run(Step step, I item) throws Exception;
}
