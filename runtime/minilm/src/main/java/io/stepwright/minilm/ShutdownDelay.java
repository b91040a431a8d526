package io.stepwright.minilm;

import io.stepwright.background.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Prevents the JVM from beginning to end while native code is loaded or freed.
 *
 * <p>ONNX Runtime frees its environment in a shutdown hook, at once, and hooks run side by side: a
 * session that is being made at that moment crashes the process. The JDK takes the monitor of
 * {@code java.lang.Shutdown} before it runs any hook, for {@code System.exit}, for a signal and for
 * the end of the last thread alike, so the holder of that monitor delays them all. This is a detail
 * of the JDK; where the class is missing, nothing is delayed.
 *
 * <p>A separate thread holds the monitor, for two reasons. It releases the monitor when the work
 * hangs, or waits for a lock that the exiting thread holds, so that the process does not stay alive
 * for ever. And the loading thread need not block on a monitor that is never released once the end
 * has begun. Holds do not nest: a second one waits for the end of the first.
 */
final class ShutdownDelay {

  /**
   * Limits for the delay of the JVM's end.
   *
   * @param working the longest time; a load takes a second, and half a minute on a machine that
   *     starts twenty processes at once
   * @param waiting the longest continuous time for which the work may wait for other threads
   */
  record Limits(Duration working, Duration waiting) {}

  private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofSeconds(10));

  private static final long BETWEEN_LOOKS_MILLIS = 20;
  private static final @Nullable Object MONITOR = monitor();

  private final CountDownLatch taken = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final Thread worker = Thread.currentThread();
  private final Limits limits;

  private ShutdownDelay(Limits limits) {
    this.limits = limits;
  }

  /** Work during which the JVM must not end. */
  @FunctionalInterface
  interface Work<T, X extends Exception> {
    T run() throws X;
  }

  /**
   * Runs work on this thread, and delays the end of the JVM until it is done or the limits are
   * reached.
   *
   * @throws CancellationException if the JVM is ending already, or the thread was interrupted; then
   *     the work was not begun
   */
  static <T, X extends Exception> T during(Work<T, X> work) throws X {
    return during(work, LIMITS);
  }

  static <T, X extends Exception> T during(Work<T, X> work, Limits limits) throws X {
    if (MONITOR == null) {
      return work.run();
    }
    ShutdownDelay delay = new ShutdownDelay(limits);
    Thread keeper = DaemonThreads.daemon(() -> delay.keep(MONITOR), "stepwright-embedder-hold");
    keeper.start();
    try {
      delay.awaitTaken();
      return work.run();
    } finally {
      delay.released.countDown();
    }
  }

  private void awaitTaken() {
    try {
      while (!taken.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
        checkNotEnding();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The thread was interrupted.");
    }
    // After the end of the last thread, the monitor is free again when the hooks have run.
    checkNotEnding();
  }

  private static void checkNotEnding() {
    if (JvmShutdown.hasBegun()) {
      throw new CancellationException("The JVM is ending.");
    }
  }

  private void keep(Object monitor) {
    synchronized (monitor) {
      taken.countDown();
      try {
        awaitReleased();
      } catch (InterruptedException nobodyDoes) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void awaitReleased() throws InterruptedException {
    long start = System.nanoTime();
    long worked = start;
    while (!released.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
      long now = System.nanoTime();
      if (worker.getState() == Thread.State.RUNNABLE) {
        worked = now;
      }
      if (now - start > limits.working().toNanos() || now - worked > limits.waiting().toNanos()) {
        return;
      }
    }
  }

  private static @Nullable Object monitor() {
    try {
      return Class.forName("java.lang.Shutdown", false, null);
    } catch (ClassNotFoundException another) {
      return null;
    }
  }
}
