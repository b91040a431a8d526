package io.stepwright;

/** What becomes of a step with {@link Each} if one of its items fails. */
public enum OnFailure {
  /** The run fails, as with every other step. */
  FAIL_RUN,
  /** The item is left empty: the value of the step is a list of {@code Optional<T>}. */
  LEAVE_EMPTY,
  /**
   * The item is its failure: the value of the step is a list of {@code ItemResult<T>}, each of
   * which has a value or the exception that the item failed with.
   */
  GIVE_FAILURE
}
