package io.stepwright.openaijava;

import com.openai.core.RequestOptions;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import io.stepwright.background.DaemonThreads;
import io.stepwright.background.VirtualThreads;
import io.stepwright.openai.client.Blocks;
import io.stepwright.openai.client.ByteBudget;
import io.stepwright.openai.client.WireResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One request, which a thread of its own sends, so that the caller leaves it at its deadline or
 * when it is interrupted. The thread is interrupted then. The library's asynchronous methods are no
 * help: they do not pass a cancellation on to OkHttp, and at most 64 of their requests run at once.
 */
final class SdkExchange {

  private static final int MOST_CAUSES = 10;
  private static final ThreadFactory THREADS = threads();

  private final ByteBudget.Lease lease;
  private final long deadline;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean abandoned;
  private boolean closing;

  SdkExchange(ByteBudget.Lease lease, long deadline) {
    this.lease = lease;
    this.deadline = deadline;
  }

  /** Returns virtual threads if there are some: an interrupt closes the socket that they read. */
  private static ThreadFactory threads() {
    ThreadFactory virtual = VirtualThreads.factory();
    return virtual != null
        ? virtual
        : task -> DaemonThreads.daemon(task, "stepwright-openai-java-request");
  }

  WireResponse make(HttpClient client, HttpRequest request, RequestOptions options)
      throws IOException, InterruptedException {
    CompletableFuture<WireResponse> received = new CompletableFuture<>();
    Thread thread =
        THREADS.newThread(
            () -> {
              try {
                received.complete(receive(client, request, options));
              } catch (Throwable e) {
                received.completeExceptionally(e);
              }
            });
    thread.start();
    try {
      return received.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw late(e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      if (!received.isDone()) {
        abandon(thread);
      }
    }
  }

  private WireResponse receive(HttpClient client, HttpRequest request, RequestOptions options)
      throws IOException {
    HttpResponse response = client.execute(request, options);
    try {
      int status = response.statusCode();
      boolean answer = WireResponse.isAnswer(status);
      Blocks body = new Blocks();
      int limit = answer ? WireResponse.LARGEST_BODY : WireResponse.LARGEST_ERROR;
      // The stream ends with the response.
      body.addAll(response.body(), limit, answer, lease);
      return new WireResponse(status, response.headers()::values, body);
    } finally {
      close(response);
    }
  }

  private void abandon(Thread thread) {
    lock.lock();
    try {
      abandoned = true;
      if (!closing) {
        thread.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Closes a response without an interrupt, which would keep OkHttp from resetting the stream. */
  private void close(HttpResponse response) {
    lock.lock();
    try {
      closing = true;
      if (abandoned) {
        Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
    response.close();
  }

  private static IOException failure(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      if (cause instanceof InterruptedIOException) {
        // OkHttp reports its time limits by this exception and its subclass for sockets.
        return late(failure);
      } else if (cause instanceof IOException io) {
        return io;
      }
      cause = cause.getCause();
    }
    if (failure instanceof RuntimeException unexpected) {
      throw unexpected;
    } else if (failure instanceof Error error) {
      throw error;
    }
    return new IOException(failure);
  }

  private static HttpTimeoutException late(Throwable cause) {
    HttpTimeoutException late = new HttpTimeoutException("the response is not complete in time");
    late.initCause(cause);
    return late;
  }
}
