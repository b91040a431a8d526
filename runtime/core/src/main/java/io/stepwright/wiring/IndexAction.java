package io.stepwright.wiring;

/** The body of a fan-out step without a value over several lists of the same length. */
@FunctionalInterface
public interface IndexAction {

  /** Runs the step's method for the items at this index, starting at 0. */
  void run(Step step, int index) throws Exception;
}
