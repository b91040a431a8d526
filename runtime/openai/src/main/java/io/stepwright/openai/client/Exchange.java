package io.stepwright.openai.client;

import io.stepwright.openai.client.TransportException.Kind;
import io.stepwright.spi.DeltaSink;
import io.stepwright.spi.ModelReply;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request and its response, with the time that they take. For one thread. */
final class Exchange {

  /**
   * The tolerance, in nanoseconds, for a connect timeout before the deadline: the JDK's timers are
   * not exact and may fire slightly early. Within the tolerance the failure counts as a timeout of
   * the attempt.
   */
  private static final long ALMOST = 50_000_000;

  private final long deadline;
  private long wireNanos = ModelReply.UNKNOWN;

  /**
   * Makes an exchange that has not begun.
   *
   * @param deadline its end, as {@link System#nanoTime}
   */
  Exchange(long deadline) {
    this.deadline = deadline;
  }

  /** Returns the nanoseconds on the wire, {@link ModelReply#UNKNOWN} if nothing was sent. */
  long wireNanos() {
    return wireNanos;
  }

  /**
   * Sends a request and reads the answer.
   *
   * @throws ErrorAnswerException if the answer is an error
   * @throws TransportException if there is no response, or it cannot be read
   * @throws InterruptedException if the thread was interrupted
   */
  ModelReply make(Transport transport, WireRequest request, ByteBudget budget, ChatReplies replies)
      throws InterruptedException {
    try (ByteBudget.Lease lease = budget.lease()) {
      WireResponse response = send(transport, request, lease);
      int status = response.status();
      if (!WireResponse.isAnswer(status)) {
        throw new ErrorAnswerException(
            status,
            response.headers(),
            ErrorBodies.read(response.body(), response.headers(), deadline));
      }
      try (InputStream body = decoded(response, lease)) {
        return replies.of(status, response.headers(), body, request.model()).onWire(wireNanos);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Sends a request for a streamed answer and reads it.
   *
   * @return the answer, or null if the transport cannot stream, in which case nothing was sent
   * @throws ErrorAnswerException if the answer is an error
   * @throws TransportException if there is no response, or it cannot be read
   * @throws InterruptedException if the thread was interrupted, or the sink wants no more
   */
  @Nullable ModelReply stream(
      Transport transport,
      WireRequest request,
      ByteBudget budget,
      ChatReplies replies,
      DeltaSink sink)
      throws InterruptedException {
    long start = begin();
    try (ByteBudget.Lease lease = budget.lease();
        OpenResponse response = transport.open(request, deadline)) {
      if (response == null) {
        return null;
      }
      ModelReply reply =
          new StreamedAnswer(replies, request.model(), lease, deadline).read(response, sink);
      wireNanos = System.nanoTime() - start;
      return reply.onWire(wireNanos);
    } catch (IOException e) {
      throw failure(e);
    } finally {
      wireNanos = System.nanoTime() - start;
    }
  }

  /** Returns the time, if there is some left. */
  private long begin() {
    long start = System.nanoTime();
    if (deadline - start <= 0) {
      throw new TransportException(Kind.TIMEOUT, new HttpTimeoutException("no time left"));
    }
    return start;
  }

  private WireResponse send(Transport transport, WireRequest request, ByteBudget.Lease lease)
      throws IOException, InterruptedException {
    long start = begin();
    try {
      return transport.send(request, lease, deadline);
    } finally {
      wireNanos = System.nanoTime() - start;
    }
  }

  private InputStream decoded(WireResponse response, ByteBudget.Lease lease) throws IOException {
    List<String> codings = ContentCodings.of(response.headers().values("content-encoding"));
    return ContentCodings.decoded(
        response.body().input(),
        codings,
        WireResponse.LARGEST_BODY,
        new ReadGuard(deadline),
        lease);
  }

  private TransportException failure(IOException failure) {
    boolean connecting = failure instanceof HttpConnectTimeoutException;
    return connecting && deadline - System.nanoTime() <= ALMOST
        ? new TransportException(Kind.TIMEOUT, failure)
        : TransportException.of(failure);
  }
}
