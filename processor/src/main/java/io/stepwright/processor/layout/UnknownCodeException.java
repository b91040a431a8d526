package io.stepwright.processor.layout;

import java.io.Serial;

/** Source that the layout does not know; it stays as it is. */
final class UnknownCodeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnknownCodeException(String message) {
    super(message, null, false, false);
  }
}
