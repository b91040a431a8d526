package io.stepwright;

/** The effect of an exception that a {@link Tool} throws. */
public enum OnError {
  /** The model is told the simple name of the exception's class, and goes on. */
  TELL_MODEL,
  /** The step fails. */
  FAIL
}
