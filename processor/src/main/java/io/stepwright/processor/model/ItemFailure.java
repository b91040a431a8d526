package io.stepwright.processor.model;

/** The values of {@code @Each(onFailure = …)}. */
public enum ItemFailure {
  FAIL_RUN,
  LEAVE_EMPTY,
  GIVE_FAILURE;

  /** Returns the constant of a name; {@link #FAIL_RUN} if no constant has that name. */
  public static ItemFailure of(String name) {
    for (ItemFailure each : values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return FAIL_RUN;
  }
}
