package io.stepwright.report;

import java.util.Locale;

/** The final state of a step; from good to bad. */
public enum StepState {
  /** The step has a value, from the cache. */
  CACHED,
  /** The step has a value. */
  FINISHED,
  /** The step decided to have no value. */
  ABSENT,
  /** The step is absent because of an absent input or a condition. */
  SKIPPED,
  /** The result did not need the step. */
  NOT_NEEDED,
  /** The run ended before the step did. */
  CANCELLED,
  /** The step failed. */
  FAILED;

  /** Returns the state in words. */
  public String toText() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns true if the step has a value. */
  public boolean hasValue() {
    return this == CACHED || this == FINISHED;
  }
}
