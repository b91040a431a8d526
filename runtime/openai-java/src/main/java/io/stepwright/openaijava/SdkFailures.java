package io.stepwright.openaijava;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/** Unwraps the failures of the library. */
final class SdkFailures {

  private static final int MOST_CAUSES = 10;

  private SdkFailures() {}

  /** Wraps the failure of a request that could not be made, such as that of a token. */
  static final class NotMadeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    NotMadeException(RuntimeException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /**
   * Returns the failure of the connection.
   *
   * @param failure null if it is not known
   * @throws RuntimeException if it is another one, such as that of an interceptor or a token
   */
  static IOException of(@Nullable Throwable failure) {
    if (failure instanceof NotMadeException notMade) {
      throw notMade.reason;
    }
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      if (cause instanceof InterruptedIOException) {
        // OkHttp reports its time limits by this exception and its subclass for sockets.
        return late(failure);
      } else if (cause instanceof IOException io) {
        return io;
      }
      cause = cause.getCause();
    }
    if (failure instanceof RuntimeException unexpected) {
      throw unexpected;
    } else if (failure instanceof Error error) {
      throw error;
    }
    return new IOException(failure);
  }

  static HttpTimeoutException late(@Nullable Throwable cause) {
    HttpTimeoutException late = new HttpTimeoutException("the response is not complete in time");
    late.initCause(cause);
    return late;
  }
}
