package io.stepwright.wiring;

/** JSON that is not of the expected shape. The message says where and what, and quotes no text. */
public final class JsonMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JsonMismatchException(String message) {
    super(message);
  }
}
