package io.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits with a limit far below that of a build. */
public final class Await {

  private static final long SECONDS = 30;

  private Await() {}

  public static void latch(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).as("awaited in time").isTrue();
  }

  public static void barrier(CyclicBarrier barrier) throws Exception {
    barrier.await(SECONDS, TimeUnit.SECONDS);
  }

  /** Waits for a state without an event, such as the end of a thread. */
  public static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as(what).isNegative();
      Thread.sleep(2);
    }
  }
}
