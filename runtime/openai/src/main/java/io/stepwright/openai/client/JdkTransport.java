package io.stepwright.openai.client;

import io.stepwright.background.Alarms;
import io.stepwright.background.DaemonThreads;
import io.stepwright.openai.request.RequestBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over {@link HttpClient}. Thread-safe.
 *
 * <p>Requests use the blocking {@code send} on purpose. An interrupt of it cancels exactly one
 * exchange, it works on the calling thread, and unlike {@code sendAsync} it does not complete
 * through the common pool, where blocked tasks of other code could delay an answer.
 */
final class JdkTransport implements Transport {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final URI uri;
  private final Map<String, String> headers;
  private final Alarms alarms = new Alarms(DaemonThreads.PLAIN, "stepwright-openai-timer");
  private volatile @Nullable HttpClient client;

  /**
   * Makes a transport, without connecting.
   *
   * @param endpoint the server of all requests
   * @param tls the trust settings, or null for the JDK's default
   */
  JdkTransport(Endpoint endpoint, @Nullable SSLContext tls) {
    this.uri = endpoint.completions();
    this.headers = endpoint.headers();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            // Without encryption the JDK only offers an upgrade, with headers that some servers
            // reject.
            .version(endpoint.encrypted() ? Version.HTTP_2 : Version.HTTP_1_1);
    if (tls != null) {
      builder.sslContext(tls);
    } else if (!endpoint.encrypted()) {
      builder.sslContext(LazyTls.context());
    }
    client = builder.build();
  }

  @Override
  public WireResponse send(WireRequest request, ByteBudget.Lease lease, long deadline)
      throws IOException, InterruptedException {
    var response = send(request, deadline, head -> body(head.statusCode(), lease, deadline));
    return new WireResponse(response.statusCode(), response.headers()::allValues, response.body());
  }

  @Override
  public OpenResponse open(WireRequest request, long deadline)
      throws IOException, InterruptedException {
    OpenBodies bodies = new OpenBodies(deadline);
    boolean opened = false;
    try {
      var response = send(request, deadline, bodies);
      var open =
          new OpenResponse(response.statusCode(), response.headers()::allValues, response.body());
      opened = true;
      return open;
    } finally {
      if (!opened) {
        bodies.abandon();
      }
    }
  }

  private <T> HttpResponse<T> send(WireRequest request, long deadline, BodyHandler<T> body)
      throws IOException, InterruptedException {
    HttpRequest.Builder prepared = prepared(request);
    try {
      return send(prepared, deadline, body);
    } catch (IOException e) {
      if (!neverSent(e)) {
        throw e;
      }
      // The server takes no more streams on this connection; HTTP/1.1 gives the request its own.
      return send(prepared.version(Version.HTTP_1_1), deadline, body);
    }
  }

  private HttpRequest.Builder prepared(WireRequest request) {
    HttpRequest.Builder prepared =
        HttpRequest.newBuilder(uri)
            .setHeader("User-Agent", "stepwright")
            .setHeader("Content-Type", "application/json")
            .setHeader("Idempotency-Key", request.idempotencyKey());
    headers.forEach(prepared::setHeader);
    return prepared.POST(publisher(request.body()));
  }

  /** Tells the length, so that the body is not sent in chunks. */
  private static BodyPublisher publisher(RequestBody body) {
    byte[] single = body.single();
    return single != null
        ? BodyPublishers.ofByteArray(single, 0, (int) body.size())
        : BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(body), body.size());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, long deadline, BodyHandler<T> body)
      throws IOException, InterruptedException {
    HttpClient current = client;
    if (current == null) {
      throw new IOException("the client is closed");
    }
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new HttpTimeoutException("no time left");
    }
    // This timeout ends with the headers; the timer guards the body.
    return current.send(request.timeout(Duration.ofNanos(left)).build(), body);
  }

  private BoundedBody body(int status, ByteBudget.Lease lease, long deadline) {
    BoundedBody body =
        WireResponse.isAnswer(status)
            ? BoundedBody.ofAnswer(WireResponse.LARGEST_BODY, lease)
            : BoundedBody.ofError(WireResponse.LARGEST_ERROR, lease);
    BodyLimit.set(alarms, body, deadline);
    return body;
  }

  /** Tells whether the JDK gave up an HTTP/2 request before it sent a byte of it. */
  private static boolean neverSent(IOException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IOException && "too many concurrent streams".equals(t.getMessage())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    alarms.close();
    HttpClient last = client;
    // JDK 17 to 20 cannot close a client: it ends when it is unreachable.
    client = null;
    if (last instanceof AutoCloseable closeable) {
      ClientEnd.of(closeable);
    }
  }
}
