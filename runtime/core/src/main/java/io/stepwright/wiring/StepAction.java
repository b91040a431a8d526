package io.stepwright.wiring;

/** The body of a step without a value. */
@FunctionalInterface
public interface StepAction {

  /** Runs the step's method. */
  void run(Step step) throws Exception;
}
