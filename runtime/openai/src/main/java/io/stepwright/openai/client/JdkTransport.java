package io.stepwright.openai;

import com.openai.core.RequestOptions;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import io.stepwright.background.Alarms;
import io.stepwright.background.DaemonThreads;
import io.stepwright.openai.TransportException.Kind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends the SDK's requests over {@link HttpClient}. Thread-safe.
 *
 * <p>Requests use the blocking {@code send} on purpose. An interrupt of it cancels exactly one
 * exchange, it works on the calling thread, and unlike {@code sendAsync} it does not complete
 * through the common pool, where blocked tasks of other code could delay an answer.
 */
final class JdkTransport implements com.openai.core.http.HttpClient {

  /** The maximum size of an answer in bytes: far above real answers, far below a harmful size. */
  static final int LARGEST_BODY = 4 * 1024 * 1024;

  /** The maximum size of an error body in bytes; the rest is ignored. */
  static final int LARGEST_ERROR = 64 * 1024;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /**
   * The tolerance, in nanoseconds, for a connect timeout before the deadline: the JDK's timers are
   * not exact and may fire slightly early. Within the tolerance the failure counts as a timeout of
   * the attempt.
   */
  private static final long ALMOST = 50_000_000;

  private final Endpoint endpoint;
  private final ByteBudget budget;
  private final Alarms alarms = new Alarms(DaemonThreads::daemon, "stepwright-openai-timer");
  private volatile @Nullable HttpClient client;

  /**
   * Makes a transport, without connecting.
   *
   * @param endpoint the server of all requests
   * @param tls the trust settings, or null for the JDK's default
   * @param budget bounds the bodies of all responses
   */
  JdkTransport(Endpoint endpoint, @Nullable SSLContext tls, ByteBudget budget) {
    this.endpoint = endpoint;
    this.budget = budget;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            // Without encryption the JDK only offers an upgrade, with headers that some servers
            // reject.
            .version(endpoint.encrypted() ? Version.HTTP_2 : Version.HTTP_1_1);
    if (tls != null) {
      builder.sslContext(tls);
    }
    client = builder.build();
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    Duration allowed = options.getTimeout().request();
    long deadline = System.nanoTime() + saturatedNanos(allowed);
    var translated = Translation.request(request, endpoint.apiKey());
    try {
      try {
        return send(translated, null, deadline);
      } catch (IOException e) {
        if (!neverSent(e)) {
          throw e;
        }
        // The server takes no more streams on this connection; HTTP/1.1 gives the request its own.
        return send(translated, Version.HTTP_1_1, deadline);
      }
    } catch (InterruptedException e) {
      throw new TransportException(Kind.INTERRUPTED, null);
    } catch (IOException e) {
      throw failure(e, deadline);
    }
  }

  private HttpResponse send(
      java.net.http.HttpRequest.Builder request, @Nullable Version version, long deadline)
      throws IOException, InterruptedException {
    HttpClient current = client;
    if (current == null) {
      throw new IOException("the client is closed");
    }
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new HttpTimeoutException("no time left");
    }
    if (version != null) {
      request.version(version);
    }
    // This timeout ends with the headers; the timer guards the body.
    var limited = request.copy().timeout(Duration.ofNanos(left)).build();
    ByteBudget.Lease lease = budget.lease();
    boolean passedOn = false;
    try {
      var response = current.send(limited, head -> body(head.statusCode(), lease, deadline));
      HttpResponse answer = Translation.response(response, lease, deadline);
      passedOn = true;
      return answer;
    } finally {
      if (!passedOn) {
        lease.close();
      }
    }
  }

  private BoundedBody body(int status, ByteBudget.Lease lease, long deadline) {
    BoundedBody body =
        Translation.isAnswer(status)
            ? BoundedBody.ofAnswer(LARGEST_BODY, lease)
            : BoundedBody.ofError(LARGEST_ERROR, lease);
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

  private static TransportException failure(IOException failure, long deadline) {
    boolean connecting = failure instanceof HttpConnectTimeoutException;
    return connecting && deadline - System.nanoTime() <= ALMOST
        ? new TransportException(Kind.TIMEOUT, failure)
        : TransportException.of(failure);
  }

  private static long saturatedNanos(Duration duration) {
    // Half of the range, so that a deadline does not overflow.
    Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
    return duration.compareTo(longest) < 0 ? duration.toNanos() : longest.toNanos();
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    return CompletableFuture.failedFuture(
        new UnsupportedOperationException("only the SDK's blocking interface is used"));
  }

  @Override
  public void close() {
    alarms.close();
    HttpClient last = client;
    // JDK 17 to 20 cannot close a client: it ends when it is unreachable.
    client = null;
    if (last instanceof AutoCloseable closeable) {
      close(closeable);
    }
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client does not close", e);
    }
  }
}
