package io.stepwright.openai;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request that brought no response. Unchecked and none of the SDK's own exceptions, so that it
 * passes through the SDK unchanged.
 */
final class TransportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kept the response from coming. */
  enum Kind {
    /** The time of the attempt is over. */
    TIMEOUT,
    /** The calling thread was interrupted; its flag is cleared. */
    INTERRUPTED,
    /** There is no connection, and the request was not sent. */
    UNREACHABLE,
    /** Client and server do not agree on encryption. */
    TLS,
    /** The response is larger than it may be. */
    TOO_LARGE,
    /** The connection broke. */
    BROKEN
  }

  private final Kind kind;

  TransportException(Kind kind, @Nullable IOException cause) {
    super(kind.name(), cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
