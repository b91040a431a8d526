package io.stepwright.wiring;

/** What a step without a value does. */
@FunctionalInterface
public interface StepAction {

  /** Runs the step's method. */
  void run(Step step) throws Exception;
}
