package io.stepwright.openai.client;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the bytes of all answers in flight together, so that many servers, or many requests to
 * one, cannot fill the heap with answers that are small enough one by one. Thread-safe.
 */
public final class ByteBudget {

  /**
   * The budget of this process: a sixteenth of the heap, because reading an answer takes up to
   * eight times its size, but at least one answer of the maximum size.
   */
  static final ByteBudget OF_PROCESS =
      new ByteBudget(Math.max(WireResponse.LARGEST_BODY, Runtime.getRuntime().maxMemory() / 16));

  private final long limit;
  private final AtomicLong taken = new AtomicLong();

  /**
   * Makes an unused budget.
   *
   * @param limit the maximum number of bytes at once
   */
  ByteBudget(long limit) {
    this.limit = limit;
  }

  /** Makes an empty lease. */
  Lease lease() {
    return new Lease();
  }

  /** Returns the number of bytes that are held now. */
  long taken() {
    return taken.get();
  }

  /** The bytes that one answer holds. Thread-safe. */
  public final class Lease implements AutoCloseable {

    private long held;
    private boolean closed;

    private Lease() {}

    /**
     * Holds more bytes.
     *
     * @throws IOException if the budget is exceeded, or the lease is closed
     */
    public synchronized void take(int bytes) throws IOException {
      if (closed) {
        throw new IOException("no caller waits for the body any more");
      }
      if (taken.addAndGet(bytes) > limit) {
        taken.addAndGet(-bytes);
        throw new ResourceShortageException(ResourceShortage.ANSWERS);
      }
      held += bytes;
    }

    /** Releases all bytes, once. */
    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        taken.addAndGet(-held);
      }
    }
  }
}
