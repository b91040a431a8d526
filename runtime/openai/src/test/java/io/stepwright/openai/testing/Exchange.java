package io.stepwright.openai.testing;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request with its answer. Blocks no thread. */
final class Exchange {

  private final Received received;
  private final Response response;
  private final Callback callback;
  private final EndPoint endPoint;
  private final AbortWatch watch;
  private final ScheduledExecutorService timer;
  private final Runnable end;
  private final boolean oneRequestPerConnection;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final CompletableFuture<Void> reset = new CompletableFuture<>();

  /**
   * Creates an exchange that notices from now on when the client resets its stream: Jetty notifies
   * only listeners that were added before.
   */
  Exchange(
      Received received,
      Response response,
      Callback callback,
      AbortWatch watch,
      ScheduledExecutorService timer,
      Runnable end) {
    this.received = received;
    this.response = response;
    this.callback = callback;
    this.watch = watch;
    this.timer = timer;
    this.end = end;
    Request request = response.getRequest();
    this.endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    this.oneRequestPerConnection = received.protocol().equals("HTTP/1.1");
    if (!oneRequestPerConnection) {
      request.addFailureListener(failure -> reset.complete(null));
    }
  }

  /** Answers a request, which counts as in flight from now on. */
  void start(Answer answer) {
    if (oneRequestPerConnection) {
      watch.add(endPoint, this::aborted);
    } else {
      reset.thenRun(this::aborted);
    }
    CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);
    if (answer.gate != null) {
      ready = answer.gate.opened();
    }
    ready
        .thenCompose(open -> after(answer.delay))
        .thenRunAsync(() -> respond(answer), timer)
        .exceptionally(
            failure -> {
              failed(failure);
              return null;
            });
  }

  private CompletableFuture<Void> after(Duration delay) {
    CompletableFuture<Void> passed = new CompletableFuture<>();
    timer.schedule(() -> passed.complete(null), delay.toNanos(), TimeUnit.NANOSECONDS);
    return passed;
  }

  private void respond(Answer answer) {
    if (answer.dropped) {
      if (finish()) {
        endPoint.close();
        callback.failed(new EOFException("dropped on request"));
      }
      return;
    }
    response.setStatus(answer.status);
    answer.headers.forEach(response.getHeaders()::put);
    String body = answer.body.apply(received);
    if (answer.stallsAfter >= 0) {
      write(body.substring(0, Math.min(answer.stallsAfter, body.length())));
    } else if (answer.chunk > 0) {
      piece(answer, body);
    } else {
      complete(body);
    }
  }

  private void piece(Answer answer, String rest) {
    if (rest.length() <= answer.chunk) {
      complete(rest);
    } else {
      write(rest.substring(0, answer.chunk));
      timer.schedule(
          () -> piece(answer, rest.substring(answer.chunk)),
          answer.pause.toNanos(),
          TimeUnit.NANOSECONDS);
    }
  }

  private void write(String text) {
    if (!ended.get()) {
      // A reset in the middle of a write is reported to the write only.
      Callback written = Callback.from(() -> {}, failure -> aborted());
      response.write(false, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), written);
    }
  }

  private void complete(String text) {
    // Finishes before the last write, because afterwards the connection belongs to the next
    // request.
    if (finish()) {
      response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
    }
  }

  private void aborted() {
    received.abortedAt(System.nanoTime());
    failed(new EOFException("the client has gone"));
  }

  private void failed(Throwable failure) {
    if (finish()) {
      callback.failed(failure);
    }
  }

  private boolean finish() {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    if (oneRequestPerConnection) {
      watch.remove(endPoint);
    }
    end.run();
    return true;
  }
}
