package io.stepwright.engine;

/** The reason why a step was stopped. */
enum StopReason {
  /** The run has failed or was cancelled. */
  RUN_ENDED,
  /** The result does not need the step. */
  NOT_NEEDED,
  /** The step exceeded its own time limit. */
  TIMED_OUT
}
