package io.stepwright.openai;

/** An answer of the right status and shape that holds no message. */
final class NoMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
