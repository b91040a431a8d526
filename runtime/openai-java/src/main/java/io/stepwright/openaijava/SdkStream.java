package io.stepwright.openaijava;

import com.openai.core.RequestOptions;
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

/** One request whose response is read while it arrives, from another thread. */
final class SdkStream {

  private static final int PIECE = 8 * 1024;

  private final HttpClient client;
  private final HttpRequest request;
  private final RequestOptions options;
  private final long deadline;
  private final OpenBody body;
  private final Semaphore wanted = new Semaphore(0);
  private final CompletableFuture<OpenResponse> opened = new CompletableFuture<>();
  private final SdkThread thread = new SdkThread(this::run);

  SdkStream(HttpClient client, HttpRequest request, RequestOptions options, long deadline) {
    this.client = client;
    this.request = request;
    this.options = options;
    this.deadline = deadline;
    this.body = new OpenBody(deadline);
  }

  /** Sends the request and waits for the headers. */
  OpenResponse open() throws IOException, InterruptedException {
    thread.start();
    try {
      return opened.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw SdkFailures.late(e);
    } catch (ExecutionException e) {
      throw SdkFailures.of(e.getCause());
    } finally {
      if (!opened.isDone()) {
        thread.abandon();
      }
    }
  }

  private void run() {
    try {
      HttpResponse response = client.execute(request, options);
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
      wanted.acquire();
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
