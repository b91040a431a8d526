package io.stepwright.openai.client;

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
 * Collects a body up to a maximum size, and can be aborted from outside. An incomplete answer
 * fails; an incomplete error body counts as far as it was received. The HTTP client calls the
 * methods of the subscriber one after another; {@link #abort} may be called by any thread.
 */
public final class BoundedBody implements BodySubscriber<Blocks> {

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
   * Makes a collector for the body of an answer.
   *
   * @param limit the maximum size in bytes
   * @param lease the account of its bytes
   */
  static BoundedBody ofAnswer(int limit, ByteBudget.Lease lease) {
    return new BoundedBody(limit, true, lease);
  }

  /**
   * Makes a collector for the body of an error.
   *
   * @param limit the number of bytes that are kept
   * @param lease the account of its bytes
   */
  static BoundedBody ofError(int limit, ByteBudget.Lease lease) {
    return new BoundedBody(limit, false, lease);
  }

  /** Aborts the body and its transfer, unless it is complete. */
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

  /**
   * Adds a buffer, or as much of it as the limits allow. Returns the problem if that is not all.
   */
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

  /** Thrown if a body is larger than its limit. */
  public static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;
  }
}
