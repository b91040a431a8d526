package io.stepwright.spi;

/** The reason for an attempt. */
public enum AttemptReason {
  /** The first attempt of the step. */
  FIRST,
  /** A repetition after a failure that may pass. */
  RETRY,
  /**
   * A repetition after an answer that did not fit the type of the step or that a check refused. The
   * model is shown what is wrong.
   */
  REPAIR,
  /** The first attempt with a fallback model, after the models before it gave no value. */
  FALLBACK,
  /** The first attempt of a further turn: the model is given the results of tools. */
  TURN;

  /** Returns true if an attempt with this reason repeats an earlier one. */
  public boolean isRepetition() {
    return this == RETRY || this == REPAIR || this == FALLBACK;
  }
}
