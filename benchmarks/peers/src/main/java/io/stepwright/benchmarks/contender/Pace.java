package io.stepwright.benchmarks.contender;

/** The work of the steps of a flow. */
public enum Pace {
  /** The steps do nothing, so only the cost of the wiring remains. */
  EMPTY,
  /** The steps sleep. */
  SLEEP,
  /** The steps call the model server. */
  CALL
}
