package io.stepwright.openai.contract;

import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A thread that makes one call. */
final class Asked {

  private final Thread thread;
  private final CompletableFuture<ModelReply> reply = new CompletableFuture<>();

  private Asked(ModelClient client, ModelRequest request) {
    thread =
        new Thread(
            () -> {
              try {
                reply.complete(client.call(request));
              } catch (Throwable e) {
                reply.completeExceptionally(e);
              }
            },
            "asked");
    thread.setDaemon(true);
    thread.start();
  }

  static Asked ask(ModelClient client, ModelRequest request) {
    return new Asked(client, request);
  }

  void interrupt() {
    thread.interrupt();
  }

  boolean ended() {
    return reply.isDone();
  }

  ModelReply reply() throws InterruptedException {
    try {
      return reply.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no reply", e);
    }
  }

  /** Returns the failure, or null if there is a reply. */
  @Nullable Throwable failure() throws InterruptedException {
    try {
      reply.get(60, TimeUnit.SECONDS);
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (TimeoutException e) {
      throw new AssertionError("the call does not end", e);
    }
  }
}
