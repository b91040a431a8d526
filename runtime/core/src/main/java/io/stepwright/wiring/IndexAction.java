package io.stepwright.wiring;

/** What a fan-out step without a value does with the items of one index of several lists. */
@FunctionalInterface
public interface IndexAction {

  /** Runs the step's method for the items of this index, from 0 on. */
  void run(Step step, int index) throws Exception;
}
