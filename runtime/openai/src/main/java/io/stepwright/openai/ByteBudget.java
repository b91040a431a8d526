package io.stepwright.openai;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds what all answers that are under way hold together, so that many servers, or one that is
 * asked often, cannot fill the heap with answers that each are small enough. Thread-safe.
 */
final class ByteBudget {

  /**
   * That of this process: a sixteenth of the heap, since to read an answer takes up to eight times
   * its size, but never less than one answer of the greatest size.
   */
  static final ByteBudget OF_PROCESS =
      new ByteBudget(Math.max(JdkTransport.LARGEST_BODY, Runtime.getRuntime().maxMemory() / 16));

  private final long limit;
  private final AtomicLong taken = new AtomicLong();

  /**
   * An untouched budget.
   *
   * @param limit the most bytes at once
   */
  ByteBudget(long limit) {
    this.limit = limit;
  }

  /** Begins to hold bytes: none at first. */
  Lease lease() {
    return new Lease();
  }

  /** How many bytes are held now. */
  long taken() {
    return taken.get();
  }

  /** What one answer holds. Thread-safe. */
  final class Lease implements AutoCloseable {

    private long held;
    private boolean closed;

    private Lease() {}

    /**
     * Holds more.
     *
     * @throws IOException if there is not so much, or all was given back
     */
    synchronized void take(int bytes) throws IOException {
      if (closed) {
        throw new IOException("nobody waits for the body any more");
      }
      if (taken.addAndGet(bytes) > limit) {
        taken.addAndGet(-bytes);
        throw new LackException(Lack.ANSWERS);
      }
      held += bytes;
    }

    /** Gives all back, once. */
    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        taken.addAndGet(-held);
      }
    }
  }
}
