package io.stepwright.processor.layout;

import java.io.Serial;

/** Signals source with unsupported syntax, which is copied unchanged. */
final class UnknownCodeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnknownCodeException(String message) {
    super(message, null, false, false);
  }
}
