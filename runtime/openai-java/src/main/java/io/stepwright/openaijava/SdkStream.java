package io.stepwright.openaijava;

import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import io.stepwright.openai.client.OpenBody;
import io.stepwright.openai.client.OpenResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One request whose response is read while it arrives, from another thread. */
final class SdkStream {

  private static final int PIECE = 8 * 1024;

  private final HttpClient client;
  private final Supplier<HttpRequest> request;
  private final long deadline;
  private final OpenBody body;
  private final Semaphore wanted = new Semaphore(0);
  private final CompletableFuture<OpenResponse> opened = new CompletableFuture<>();
  private final SdkThread thread = new SdkThread(this::run);

  SdkStream(HttpClient client, Supplier<HttpRequest> request, long deadline) {
    this.client = client;
    this.request = request;
    this.deadline = deadline;
    this.body = new OpenBody(deadline);
  }

  /** Makes and sends the request, and waits for the headers. */
  OpenResponse open() throws IOException, InterruptedException {
    thread.start();
    boolean taken = false;
    try {
      OpenResponse response = opened.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      taken = true;
      return response;
    } catch (TimeoutException e) {
      throw SdkFailures.late(e);
    } catch (ExecutionException e) {
      throw SdkFailures.of(e.getCause());
    } finally {
      if (!taken) {
        // Tells a response that arrives now or later, too, that nobody reads it.
        body.close();
        thread.abandon();
      }
    }
  }

  private void run() {
    try {
      HttpResponse response = SdkCall.execute(client, request, deadline);
      try {
        body.onSubscribe(new Wanted());
        opened.complete(new OpenResponse(response.statusCode(), response.headers()::values, body));
        pass(response.body());
      } finally {
        thread.close(response);
      }
    } catch (Throwable e) {
      opened.completeExceptionally(e);
      body.onError(e);
    }
  }

  private void pass(InputStream in) throws InterruptedException {
    while (true) {
      if (!wanted.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        body.onError(SdkFailures.late(null));
        return;
      }
      byte[] piece = new byte[PIECE];
      int count;
      try {
        count = in.read(piece);
      } catch (IOException e) {
        body.onError(SdkFailures.of(e));
        return;
      }
      if (count < 0) {
        body.onComplete();
        return;
      }
      body.onNext(List.of(ByteBuffer.wrap(piece, 0, count)));
    }
  }

  /** The demand of the reader. */
  private final class Wanted implements Subscription {

    @Override
    public void request(long pieces) {
      wanted.release((int) Math.min(pieces, 1));
    }

    @Override
    public void cancel() {
      thread.abandon();
    }
  }
}
