package io.stepwright.wiring;

/**
 * The body of a fan-out step without a value.
 *
 * @param <I> the type of the item
 */
@FunctionalInterface
public interface ItemAction<I> {

  /** Runs the step's method for one item. */
  void run(Step step, I item) throws Exception;
}
