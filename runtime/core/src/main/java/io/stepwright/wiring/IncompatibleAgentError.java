package io.stepwright.wiring;

/**
 * A generated class that was written for another version of the runtime than the one it meets. It
 * is thrown when the class is loaded, before anything of it runs; the message says what to do.
 */
public final class IncompatibleAgentError extends LinkageError {

  private static final long serialVersionUID = 1L;

  IncompatibleAgentError(String message) {
    super(message);
  }
}
