package io.stepwright.mcp.session;

import io.stepwright.background.DaemonThreads;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An address, and the HTTP client for it, which all sessions share and which follows no redirect.
 */
final class HttpEndpoint extends Endpoint {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long CLOSE_MILLIS = 1_000;

  private final String server;
  private final URI address;
  private final Map<String, String> headers;
  private @Nullable HttpClient client;
  private @Nullable ExecutorService threads;

  HttpEndpoint(String server, URI address, Map<String, String> headers) {
    this.server = server;
    this.address = address;
    this.headers = headers;
  }

  URI address() {
    return address;
  }

  Map<String, String> headers() {
    return headers;
  }

  @Override
  Line open(Line.Receiver receiver) {
    return new HttpLine(this, client(), receiver);
  }

  private synchronized HttpClient client() {
    if (client == null) {
      threads =
          Executors.newCachedThreadPool(DaemonThreads.PLAIN.named("stepwright-mcp-" + server));
      client =
          HttpClient.newBuilder()
              .executor(threads)
              .followRedirects(HttpClient.Redirect.NEVER)
              .version(
                  "https".equals(address.getScheme())
                      ? HttpClient.Version.HTTP_2
                      : HttpClient.Version.HTTP_1_1)
              .connectTimeout(CONNECT)
              .build();
    }
    return client;
  }

  @Override
  public void close() {
    HttpClient last;
    ExecutorService pool;
    synchronized (this) {
      last = client;
      pool = threads;
      // JDK 17 to 20 cannot close a client: it ends when it is unreachable.
      client = null;
      threads = null;
    }
    if (pool == null) {
      return;
    }
    if (last instanceof AutoCloseable closeable) {
      close(closeable);
    }
    pool.shutdownNow();
    try {
      pool.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Closes a client within a bounded time: when its own {@code close} is interrupted, it aborts.
   */
  private static void close(AutoCloseable client) {
    Thread closer =
        DaemonThreads.daemon(
            () -> {
              try {
                client.close();
              } catch (Exception e) {
                throw new IllegalStateException("the HTTP client does not close", e);
              }
            },
            "stepwright-mcp-close");
    closer.start();
    try {
      closer.join(CLOSE_MILLIS / 2);
      closer.interrupt();
      closer.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      closer.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
