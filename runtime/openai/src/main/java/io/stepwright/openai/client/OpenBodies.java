package io.stepwright.openai.client;

import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/**
 * Makes the body of one response, and keeps hold of it until its reader has it: an interrupt may
 * reach the reader after the head of the response has arrived, and the HTTP client then leaves the
 * body, with its connection, to nobody. Thread-safe.
 */
final class OpenBodies implements BodyHandler<InputStream> {

  private final long deadline;
  private @Nullable OpenBody made;
  private boolean abandoned;

  /**
   * Makes the handler of one response.
   *
   * @param deadline the end of all reading, as {@link System#nanoTime}
   */
  OpenBodies(long deadline) {
    this.deadline = deadline;
  }

  @Override
  public OpenBody apply(ResponseInfo head) {
    OpenBody body = new OpenBody(deadline);
    boolean late;
    synchronized (this) {
      made = body;
      late = abandoned;
    }
    if (late) {
      body.close();
    }
    return body;
  }

  /** Aborts the body, even if it is made later. */
  void abandon() {
    OpenBody body;
    synchronized (this) {
      abandoned = true;
      body = made;
    }
    if (body != null) {
      body.close();
    }
  }
}
