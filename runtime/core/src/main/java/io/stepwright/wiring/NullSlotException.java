package io.stepwright.wiring;

/** Signals that the value of a slot of a prompt is null. */
public final class NullSlotException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the path whose value is null. */
  public NullSlotException(String path) {
    super(
        "Slot {{%s}} is null. Null is not absence: return a value, or make it an Optional."
            .formatted(path));
  }
}
