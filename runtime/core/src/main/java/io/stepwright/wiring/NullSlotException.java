package io.stepwright.wiring;

/** A slot of a prompt whose value is null. */
public final class NullSlotException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NullSlotException(String path) {
    super(
        "Slot {{%s}} is null. Null is not absence: return a value, or make it an Optional."
            .formatted(path));
  }
}
