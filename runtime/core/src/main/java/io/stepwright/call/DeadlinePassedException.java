package io.stepwright.call;

/** Thrown if the caller's deadline has passed before there was an answer. */
public final class DeadlinePassedException extends Exception {

  private static final long serialVersionUID = 1L;

  DeadlinePassedException() {
    super("The deadline has passed.");
  }
}
