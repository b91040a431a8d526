package io.stepwright.openai.client;

import java.io.IOException;

/** Sends requests to one server, each once. Thread-safe. */
public interface Transport extends AutoCloseable {

  /**
   * Sends a request and receives the whole response. An answer of more than {@link
   * WireResponse#LARGEST_BODY} bytes fails; an error body is cut at {@link
   * WireResponse#LARGEST_ERROR} bytes, or where it breaks off.
   *
   * @param lease the account of the bytes of the response
   * @param deadline the time when the response has to be complete, as {@link System#nanoTime}
   * @throws java.net.http.HttpTimeoutException if it is not
   * @throws BoundedBody.TooLargeException if the answer is too large
   * @throws IOException if there is no complete response for another reason
   * @throws InterruptedException if the thread was interrupted; the request is aborted, and no
   *     other
   */
  WireResponse send(WireRequest request, ByteBudget.Lease lease, long deadline)
      throws IOException, InterruptedException;

  /** Closes connections. Called once, when no request is under way. */
  @Override
  void close();
}
