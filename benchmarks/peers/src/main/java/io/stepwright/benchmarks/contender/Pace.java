package io.stepwright.benchmarks.contender;

/** What the steps of a flow do. */
public enum Pace {
  /** Nothing: what is left is the cost of the wiring. */
  EMPTY,
  /** They sleep. */
  SLEEP,
  /** They ask the model server. */
  CALL
}
