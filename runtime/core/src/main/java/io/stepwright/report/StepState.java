package io.stepwright.report;

import java.util.Locale;

/** How a step ended; from good to bad. */
public enum StepState {
  /** It has a value, which its model had given before. */
  CACHED,
  /** It has a value. */
  FINISHED,
  /** It decided to have no value. */
  ABSENT,
  /** It is absent because an input of it is, or because of its condition. */
  SKIPPED,
  /** The result was there without it. */
  NOT_NEEDED,
  /** The run ended before it could. */
  CANCELLED,
  /** It failed. */
  FAILED;

  /** The state in words. */
  public String toText() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether it has a value. */
  public boolean hasValue() {
    return this == CACHED || this == FINISHED;
  }
}
