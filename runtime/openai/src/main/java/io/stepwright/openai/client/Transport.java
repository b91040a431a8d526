package io.stepwright.openai.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

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

  /**
   * Sends a request and returns the response as soon as its headers have arrived. Reading its body
   * ends at the deadline with a {@link java.net.http.HttpTimeoutException}, and at an interrupt
   * with an {@link java.io.InterruptedIOException}, which clears the flag.
   *
   * @param deadline the time when the response has to be complete, as {@link System#nanoTime}
   * @return the response, or null if this transport only receives whole responses
   * @throws java.net.http.HttpTimeoutException if there are no headers in time
   * @throws IOException if there is no response
   * @throws InterruptedException if the thread was interrupted; the request is aborted, and no
   *     other
   */
  default @Nullable OpenResponse open(WireRequest request, long deadline)
      throws IOException, InterruptedException {
    return null;
  }

  /** Closes connections. Called once, when no request is under way. */
  @Override
  void close();
}
