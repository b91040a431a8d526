package io.stepwright;

/** The effect of a failed item of a step with {@link Each}. */
public enum OnFailure {
  /** The run fails, as with every other step. */
  FAIL_RUN,
  /** The item is left empty: the value of the step is a list of {@code Optional<T>}. */
  LEAVE_EMPTY,
  /**
   * The item holds its failure: the value of the step is a list of {@code ItemResult<T>}, each with
   * a value or the exception that the item failed with.
   */
  GIVE_FAILURE
}
