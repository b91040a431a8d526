package io.stepwright.wiring;

/**
 * Signals that a generated class was generated for another version of the runtime than the one on
 * the class path. It is thrown when the class is initialized, before any of its code runs; the
 * message says what to do.
 */
public final class IncompatibleAgentError extends LinkageError {

  private static final long serialVersionUID = 1L;

  IncompatibleAgentError(String message) {
    super(message);
  }
}
