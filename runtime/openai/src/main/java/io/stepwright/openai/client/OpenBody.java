package io.stepwright.openai.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A body that one thread reads while it arrives. Only what the reader waits for is asked for, so
 * that a slow reader slows the server down instead of filling the heap. Unlike the JDK's stream it
 * ends at a deadline, and an interrupt is heard on every JDK.
 */
public final class OpenBody extends InputStream implements BodySubscriber<InputStream> {

  private static final long MOMENT = 50_000_000;
  private static final int MOST_IGNORED = 64 * 1024;

  private final long last;
  private long deadline;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<ByteBuffer> arrived = new ArrayDeque<>();
  private @Nullable Subscription subscription;
  private boolean asked;
  private boolean ended;
  private @Nullable Throwable failure;

  /**
   * Makes the subscriber for one response.
   *
   * @param deadline the end of all reading, as {@link System#nanoTime}
   */
  public OpenBody(long deadline) {
    this.last = deadline;
    this.deadline = deadline;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  // ---------------------------------------------------------------- the HTTP client

  @Override
  public void onSubscribe(Subscription given) {
    boolean late;
    lock.lock();
    try {
      late = ended;
      subscription = given;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (late) {
      given.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    lock.lock();
    try {
      asked = false;
      if (!ended) {
        arrived.addAll(buffers);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onError(Throwable reason) {
    end(reason);
  }

  @Override
  public void onComplete() {
    end(null);
  }

  private void end(@Nullable Throwable reason) {
    lock.lock();
    try {
      if (!ended) {
        ended = true;
        failure = reason;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  // ---------------------------------------------------------------- the reader

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      Subscription next;
      lock.lock();
      try {
        int count = taken(bytes, offset, length);
        if (count != 0) {
          return count;
        }
        next = asked ? null : subscription;
        asked |= next != null;
        if (next == null) {
          await();
        }
      } finally {
        lock.unlock();
      }
      if (next != null) {
        // Outside of the lock: the answer may come within this call.
        next.request(1);
      }
    }
  }

  /** Returns the number of bytes that were there, 0 for none yet, -1 for the end. */
  private int taken(byte[] bytes, int offset, int length) throws IOException {
    while (!arrived.isEmpty()) {
      ByteBuffer first = arrived.element();
      int count = Math.min(length, first.remaining());
      if (count > 0) {
        first.get(bytes, offset, count);
        return count;
      }
      arrived.remove();
    }
    if (failure != null) {
      throw failure instanceof IOException io ? io : new IOException(failure);
    }
    return ended ? -1 : 0;
  }

  private void await() throws IOException {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new HttpTimeoutException("the body is not complete in time");
    }
    try {
      boolean unused = changed.await(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  /**
   * Ends the reading early if nothing arrives for some time from now. A later call replaces it.
   *
   * @param nanos the time in nanoseconds
   */
  void within(long nanos) {
    long now = System.nanoTime();
    deadline = now + Math.min(last - now, nanos);
  }

  /** Ignores some bytes, and waits some milliseconds, for the end of the body. */
  void linger() {
    deadline = Math.min(deadline - System.nanoTime(), MOMENT) + System.nanoTime();
    byte[] ignored = new byte[1024];
    try {
      int total = 0;
      int count = 0;
      while (count >= 0 && total < MOST_IGNORED) {
        count = read(ignored, 0, ignored.length);
        total += count;
      }
    } catch (InterruptedIOException e) {
      // The content is there. The interrupt is one of what comes next.
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The content is there, and the connection will not be used again.
    }
  }

  /** Aborts the transfer, unless it is complete. */
  @Override
  public void close() {
    Subscription last;
    lock.lock();
    try {
      last = ended ? null : subscription;
      ended = true;
      arrived.clear();
    } finally {
      lock.unlock();
    }
    if (last != null) {
      last.cancel();
    }
  }
}
