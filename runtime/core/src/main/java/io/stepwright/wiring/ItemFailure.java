package io.stepwright.wiring;

/** The effect of a failed item on its fan-out. */
public enum ItemFailure {
  /** The failed item fails the run. */
  FAIL_RUN,
  /**
   * The value of a failed item is an empty {@code Optional}; the values of the other items are
   * wrapped in an {@code Optional}.
   */
  LEAVE_EMPTY,
  /**
   * The value of a failed item is its exception; values and exceptions are wrapped in the runtime's
   * type for both.
   */
  GIVE_FAILURE
}
