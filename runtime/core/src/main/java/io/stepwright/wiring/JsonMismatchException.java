package io.stepwright.wiring;

/**
 * Signals JSON that does not have the expected shape. The message names the place and the expected
 * shape, and quotes no text of the JSON.
 */
public final class JsonMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JsonMismatchException(String message) {
    super(message);
  }
}
