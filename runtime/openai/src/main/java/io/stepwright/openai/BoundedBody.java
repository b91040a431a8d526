package io.stepwright.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a size, and lets it be given up from outside. The HTTP client calls the
 * methods of the subscriber one after another; {@link #abort} may come from any thread.
 */
final class BoundedBody implements BodySubscriber<byte[]> {

  private final int limit;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private volatile @Nullable Subscription subscription;

  /**
   * A body.
   *
   * @param limit its greatest size in bytes
   */
  BoundedBody(int limit) {
    this.limit = limit;
  }

  /** Ends the body, on the wire too, unless it is complete. */
  void abort(IOException reason) {
    if (whole.completeExceptionally(reason)) {
      Subscription current = subscription;
      if (current != null) {
        current.cancel();
      }
    }
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (whole.isDone()) {
      given.cancel();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > limit - received.size()) {
        abort(new TooLargeException());
        return;
      }
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      received.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(received.toByteArray());
  }

  /** A body that is larger than its limit. */
  static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;
  }
}
