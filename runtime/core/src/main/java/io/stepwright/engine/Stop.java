package io.stepwright.engine;

/** Why a step was stopped. */
enum Stop {
  /** The run has failed, or was cancelled. */
  RUN_ENDED,
  /** The result is there without it. */
  NOT_NEEDED,
  /** It took longer than its own limit. */
  TIMED_OUT
}
