package io.stepwright.openai;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a size, and lets it be given up from outside. An answer that is not whole
 * fails; an error that is not whole counts as far as it came. The HTTP client calls the methods of
 * the subscriber one after another; {@link #abort} may come from any thread.
 */
final class BoundedBody implements BodySubscriber<Blocks> {

  private final int limit;
  private final boolean whole;
  private final ByteBudget.Lease lease;
  private final CompletableFuture<Blocks> body = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Blocks received = new Blocks();
  private boolean ended;
  private @Nullable Subscription subscription;

  private BoundedBody(int limit, boolean whole, ByteBudget.Lease lease) {
    this.limit = limit;
    this.whole = whole;
    this.lease = lease;
  }

  /**
   * The body of an answer.
   *
   * @param limit its greatest size in bytes
   * @param lease what its bytes are taken from
   */
  static BoundedBody ofAnswer(int limit, ByteBudget.Lease lease) {
    return new BoundedBody(limit, true, lease);
  }

  /**
   * The body of an error.
   *
   * @param limit how many bytes of it are taken
   * @param lease what its bytes are taken from
   */
  static BoundedBody ofError(int limit, ByteBudget.Lease lease) {
    return new BoundedBody(limit, false, lease);
  }

  /** Ends the body, on the wire too, unless it is complete. */
  void abort(IOException reason) {
    Subscription current;
    lock.lock();
    try {
      if (ended) {
        return;
      }
      ended = true;
      current = subscription;
    } finally {
      lock.unlock();
    }
    end(reason);
    if (current != null) {
      current.cancel();
    }
  }

  private void end(Throwable reason) {
    if (whole) {
      body.completeExceptionally(reason);
    } else {
      body.complete(received);
    }
  }

  @Override
  public CompletionStage<Blocks> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    boolean late;
    lock.lock();
    try {
      late = ended;
      subscription = given;
    } finally {
      lock.unlock();
    }
    if (late) {
      given.cancel();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    IOException problem = null;
    lock.lock();
    try {
      for (ByteBuffer buffer : buffers) {
        if (ended || problem != null) {
          break;
        }
        problem = add(buffer);
      }
    } finally {
      lock.unlock();
    }
    if (problem != null) {
      abort(problem);
    }
  }

  /** Takes a buffer, or as much of it as there may be; says what is wrong if that is not all. */
  private @Nullable IOException add(ByteBuffer buffer) {
    int room = limit - received.size();
    boolean tooLarge = buffer.remaining() > room;
    int count = tooLarge ? whole ? 0 : room : buffer.remaining();
    try {
      lease.take(count);
    } catch (IOException e) {
      return e;
    }
    received.add(buffer, count);
    return tooLarge ? new TooLargeException() : null;
  }

  @Override
  public void onError(Throwable failure) {
    if (ends()) {
      end(failure);
    }
  }

  @Override
  public void onComplete() {
    if (ends()) {
      body.complete(received);
    }
  }

  private boolean ends() {
    lock.lock();
    try {
      boolean first = !ended;
      ended = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  /** A body that is larger than its limit. */
  static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;
  }
}
