package io.stepwright.mcp.session;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A session over Streamable HTTP: a request of HTTP for each message, and one that listens. */
final class HttpLine implements Line {

  private static final String SESSION = "Mcp-Session-Id";
  private static final int LONGEST_SESSION = 1_000;

  /** The most exchanges that nobody waits for. The oldest is aborted for one more. */
  private static final int MOST_LOOSE = 256;

  private static final Duration NOTICE = Duration.ofSeconds(10);
  private static final long GOODBYE_MILLIS = 500;

  private final HttpEndpoint endpoint;
  private final HttpClient client;
  private final Receiver receiver;
  private final Map<String, CompletableFuture<?>> open = new ConcurrentHashMap<>();
  private final Deque<CompletableFuture<?>> loose = new ArrayDeque<>();
  private volatile @Nullable String session;
  private volatile @Nullable String version;
  private @Nullable CompletableFuture<?> listening;
  private boolean closed;

  HttpLine(HttpEndpoint endpoint, HttpClient client, Receiver receiver) {
    this.endpoint = endpoint;
    this.client = client;
    this.receiver = receiver;
  }

  @Override
  public CompletableFuture<?> send(String json, @Nullable String id) {
    HttpRequest.Builder request =
        request()
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (id == null) {
      CompletableFuture<?> notice =
          client.sendAsync(request.timeout(NOTICE).build(), info -> Inbound.ignoring());
      keep(notice);
      return notice;
    }
    CompletableFuture<HttpResponse<Void>> exchange =
        client.sendAsync(request.build(), info -> body(info, id));
    open.put(id, exchange);
    exchange.whenComplete(
        (response, problem) -> {
          open.remove(id);
          if (receiver.waits(id)) {
            receiver.failed(
                id, problem == null ? unanswered(response.statusCode()) : failure(problem));
          }
        });
    return CompletableFuture.completedFuture(null);
  }

  private HttpRequest.Builder request() {
    HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.address());
    endpoint.headers().forEach(request::setHeader);
    String known = session;
    if (known != null) {
      request.setHeader(SESSION, known);
    }
    String agreed = version;
    if (agreed != null) {
      request.setHeader("MCP-Protocol-Version", agreed);
    }
    return request;
  }

  private HttpResponse.BodySubscriber<Void> body(HttpResponse.ResponseInfo info, String id) {
    if (info.statusCode() != HttpStatus.OK) {
      return Inbound.ignoring();
    }
    if (version == null) {
      // The answer to the first request: its header has to be known before its text.
      String given = info.headers().firstValue(SESSION).orElse(null);
      session = given != null && isSession(given) ? given : null;
    }
    String type = info.headers().firstValue("Content-Type").orElse("");
    return Inbound.of(
        type,
        message -> {
          receiver.message(message);
          if (!receiver.waits(id)) {
            // A server that never ends the stream of an answer is cut off some time.
            CompletableFuture<?> answered = open.remove(id);
            if (answered != null) {
              keep(answered);
            }
          }
        });
  }

  private static boolean isSession(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_SESSION
        && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private void keep(CompletableFuture<?> exchange) {
    CompletableFuture<?> oldest = null;
    synchronized (this) {
      if (closed) {
        oldest = exchange;
      } else {
        loose.removeIf(CompletableFuture::isDone);
        if (loose.size() == MOST_LOOSE) {
          oldest = loose.poll();
        }
        loose.add(exchange);
      }
    }
    if (oldest != null) {
      oldest.cancel(true);
    }
  }

  private Failure unanswered(int status) {
    if ((status == HttpStatus.NOT_FOUND || status == HttpStatus.BAD_REQUEST) && session != null) {
      return new Failure(Failure.Kind.SESSION_UNKNOWN, "it does not know the session any more");
    }
    if (status == HttpStatus.OK) {
      return new Failure(Failure.Kind.LOST, "its answer ended without a result");
    }
    String refused = "it answered with the HTTP status " + status;
    if (status == HttpStatus.UNAUTHORIZED || status == HttpStatus.FORBIDDEN) {
      return new Failure(Failure.Kind.NOT_SENT, refused + ": its headers do not let us in");
    }
    if (HttpStatus.isRedirect(status)) {
      return new Failure(Failure.Kind.NOT_SENT, refused + ", a redirect, which is not followed");
    }
    return new Failure(
        HttpStatus.isRefusal(status) ? Failure.Kind.NOT_SENT : Failure.Kind.LOST, refused);
  }

  private static Failure failure(Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    if (cause instanceof OversizedException oversized) {
      return new Failure(Failure.Kind.PROTOCOL, oversized.message());
    }
    boolean unsent =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof SSLException;
    return new Failure(
        unsent ? Failure.Kind.NOT_SENT : Failure.Kind.LOST,
        (unsent ? "it cannot be reached: " : "the connection was lost: ")
            + cause.getClass().getSimpleName());
  }

  @Override
  public void abandon(String id) {
    CompletableFuture<?> exchange = open.remove(id);
    if (exchange != null) {
      exchange.cancel(true);
    }
  }

  @Override
  public void agreed(String protocolVersion) {
    version = protocolVersion;
  }

  @Override
  public void listen() {
    if (session == null) {
      return; // A server without sessions has nothing to say.
    }
    HttpRequest request = request().header("Accept", "text/event-stream").GET().build();
    synchronized (this) {
      if (closed || (listening != null && !listening.isDone())) {
        return;
      }
      CompletableFuture<HttpResponse<Void>> stream =
          client.sendAsync(
              request,
              info ->
                  info.statusCode() == HttpStatus.OK
                      ? Inbound.of("text/event-stream", receiver::message)
                      : Inbound.ignoring());
      listening = stream;
      stream.whenComplete(
          (response, problem) -> {
            // 405: the server has no such stream.
            if (response == null || response.statusCode() != HttpStatus.METHOD_NOT_ALLOWED) {
              receiver.doubtful();
            }
          });
    }
  }

  @Override
  public void close(boolean orderly) {
    Deque<CompletableFuture<?>> rest;
    synchronized (this) {
      closed = true;
      rest = new ArrayDeque<>(loose);
      if (listening != null) {
        rest.add(listening);
      }
    }
    rest.addAll(open.values());
    rest.forEach(exchange -> exchange.cancel(true));
    if (orderly && session != null) {
      goodbye();
    }
  }

  private void goodbye() {
    CompletableFuture<?> deleted =
        client.sendAsync(request().DELETE().timeout(NOTICE).build(), info -> Inbound.ignoring());
    try {
      deleted.get(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The server forgets the session by itself some time.
      deleted.cancel(true);
    }
  }
}
