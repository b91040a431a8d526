package io.stepwright.it.support;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits that fail after a generous limit instead of hanging. */
public final class Waiting {

  private static final long SECONDS = 30;
  private static final long BETWEEN_LOOKS_NANOS = 1_000_000;

  private Waiting() {}

  /**
   * Waits for the others at a barrier.
   *
   * @throws AssertionError if they do not arrive in time
   */
  public static void at(CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await(SECONDS, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("the others did not come to the barrier", e);
    }
  }

  /**
   * Waits until a latch is open.
   *
   * @throws AssertionError if it stays closed
   */
  public static void on(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the latch stayed closed");
    }
  }

  /**
   * Waits until a condition holds for which there is no signal.
   *
   * @throws AssertionError if it does not hold in time
   */
  public static void until(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for " + what);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }
}
