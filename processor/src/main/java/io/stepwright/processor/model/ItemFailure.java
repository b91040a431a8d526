package io.stepwright.processor.model;

/** What {@code @Each(onFailure = …)} says. */
public enum ItemFailure {
  FAIL_RUN,
  LEAVE_EMPTY,
  GIVE_FAILURE;

  /** The constant of a name; the first if there is none of that name. */
  public static ItemFailure of(String name) {
    for (ItemFailure each : values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return FAIL_RUN;
  }
}
