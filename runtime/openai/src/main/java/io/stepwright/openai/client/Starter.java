package io.stepwright.openai.client;

import io.stepwright.background.DaemonThreads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a transport once, in the background or when it is first needed: on a slow machine, loading
 * its classes takes seconds. Thread-safe.
 */
final class Starter {

  private final Supplier<Transport> maker;
  private final Runnable rehearsal;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Transport transport;
  private volatile boolean closed;

  /**
   * Makes a starter.
   *
   * @param maker makes the transport
   * @param rehearsal loads the other classes that a call needs, if there is time before the first
   */
  Starter(Supplier<Transport> maker, Runnable rehearsal) {
    this.maker = maker;
    this.rehearsal = rehearsal;
  }

  /** Begins to make the transport and to load classes, in the background. */
  void warmUp() {
    try {
      DaemonThreads.daemon(this::start, "stepwright-openai-start").start();
    } catch (OutOfMemoryError e) {
      // No thread is left. The first call reports that, if it is still so then.
    }
  }

  private void start() {
    making.lock();
    try {
      if (transport == null && !closed) {
        rehearsal.run();
        made();
      }
    } catch (RuntimeException | Error e) {
      // The first call meets the same failure, and reports it to its caller.
    } finally {
      making.unlock();
    }
    release();
  }

  /**
   * Returns the transport. Waits if another thread makes it.
   *
   * @param deadline the end of the wait, as {@link System#nanoTime}
   * @throws TimeoutException if another thread has not made it in time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Transport transport(long deadline) throws TimeoutException, InterruptedException {
    Transport made = transport;
    if (made != null) {
      return made;
    }
    if (!making.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException("the client is not ready in time");
    }
    try {
      return made();
    } finally {
      making.unlock();
      release();
    }
  }

  private Transport made() {
    Transport made = transport;
    if (made == null) {
      if (closed) {
        throw new IllegalStateException("the client is closed");
      }
      made = maker.get();
      transport = made;
    }
    return made;
  }

  /** Closes the transport. Does not wait for a thread that makes it, which then closes it. */
  void close() {
    closed = true;
    release();
  }

  private void release() {
    if (closed && making.tryLock()) {
      try {
        Transport made = transport;
        transport = null;
        if (made != null) {
          made.close();
        }
      } finally {
        making.unlock();
      }
    }
  }
}
