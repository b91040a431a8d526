package io.stepwright.spi;

/** Why an attempt was made. */
public enum AttemptReason {
  /** It is the first one of the step. */
  FIRST,
  /** The one before it failed in a way that may pass. */
  RETRY,
  /**
   * The answer before it did not fit the type of the step, or a check refused it: the model was
   * shown what is wrong.
   */
  REPAIR,
  /** The models before it have brought no value: it is the first one of a further model. */
  FALLBACK
}
