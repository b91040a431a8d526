package io.stepwright.openai.client;

import java.io.IOException;
import java.io.InputStream;

/**
 * A response whose body arrives while it is read. Closing it aborts the transfer, unless it is
 * complete.
 *
 * @param status the HTTP status
 * @param body the body as it is received, in its content codings
 */
public record OpenResponse(int status, Headers headers, InputStream body) implements AutoCloseable {

  /**
   * Waits a moment for the end of a body whose content is complete, so that its connection can be
   * used again.
   */
  void linger() {
    if (body instanceof OpenBody open) {
      open.linger();
    }
  }

  /**
   * Ends the reading of the body early, with a {@link java.net.http.HttpTimeoutException}, if its
   * content does not go on.
   *
   * @param nanos the time from now in nanoseconds
   */
  void within(long nanos) {
    if (body instanceof OpenBody open) {
      open.within(nanos);
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  @Override
  public String toString() {
    return "OpenResponse[status=" + status + "]";
  }
}
