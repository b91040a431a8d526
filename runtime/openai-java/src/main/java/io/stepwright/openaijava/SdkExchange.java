package io.stepwright.openaijava;

import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import io.stepwright.openai.client.Blocks;
import io.stepwright.openai.client.ByteBudget;
import io.stepwright.openai.client.WireResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One request whose response is received as a whole. */
final class SdkExchange {

  private final HttpClient client;
  private final Supplier<HttpRequest> request;
  private final ByteBudget.Lease lease;
  private final long deadline;
  private final CompletableFuture<WireResponse> received = new CompletableFuture<>();
  private final SdkThread thread = new SdkThread(this::run);

  SdkExchange(
      HttpClient client, Supplier<HttpRequest> request, ByteBudget.Lease lease, long deadline) {
    this.client = client;
    this.request = request;
    this.lease = lease;
    this.deadline = deadline;
  }

  /** Makes and sends the request, and waits for the response. */
  WireResponse make() throws IOException, InterruptedException {
    thread.start();
    try {
      return received.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw SdkFailures.late(e);
    } catch (ExecutionException e) {
      throw SdkFailures.of(e.getCause());
    } finally {
      if (!received.isDone()) {
        thread.abandon();
      }
    }
  }

  private void run() {
    try {
      received.complete(receive());
    } catch (Throwable e) {
      received.completeExceptionally(e);
    }
  }

  private WireResponse receive() throws IOException {
    HttpResponse response = SdkCall.execute(client, request, deadline);
    try {
      int status = response.statusCode();
      boolean answer = WireResponse.isAnswer(status);
      Blocks body = new Blocks();
      int limit = answer ? WireResponse.LARGEST_BODY : WireResponse.LARGEST_ERROR;
      // The stream ends with the response.
      body.addAll(response.body(), limit, answer, lease);
      return new WireResponse(status, response.headers()::values, body);
    } finally {
      thread.close(response);
    }
  }
}
