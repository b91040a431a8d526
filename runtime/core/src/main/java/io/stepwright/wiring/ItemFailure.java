package io.stepwright.wiring;

/** What becomes of a fan-out if one of its items fails. */
public enum ItemFailure {
  /** It fails the run. */
  FAIL_RUN,
  /** Its value is an empty {@code Optional}, and that of each other item is a full one. */
  LEAVE_EMPTY,
  /** Its value is its exception, within the type by which the runtime gives both. */
  GIVE_FAILURE
}
