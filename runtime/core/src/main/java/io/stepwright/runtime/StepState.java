package io.stepwright.runtime;

/** How a step ended. */
public enum StepState {
  /** It has a value. */
  FINISHED,
  /** It decided to have no value. */
  ABSENT,
  /** It is absent because an input of it is, or because of its condition. */
  SKIPPED,
  /** The result was there without it. */
  NOT_NEEDED,
  /** It failed. */
  FAILED,
  /** The run ended before it could. */
  CANCELLED
}
