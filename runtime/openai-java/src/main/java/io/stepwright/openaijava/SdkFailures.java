package io.stepwright.openaijava;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;

/** Unwraps the failures of the library. */
final class SdkFailures {

  private static final int MOST_CAUSES = 10;

  private SdkFailures() {}

  /**
   * Returns the failure of the connection.
   *
   * @throws RuntimeException if it is another one, such as that of an interceptor or a token
   */
  static IOException of(Throwable failure) {
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

  static HttpTimeoutException late(Throwable cause) {
    HttpTimeoutException late = new HttpTimeoutException("the response is not complete in time");
    late.initCause(cause);
    return late;
  }
}
