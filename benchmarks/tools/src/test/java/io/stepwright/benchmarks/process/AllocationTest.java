package io.stepwright.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AllocationTest {

  private static final int MEGABYTE = 1 << 20;

  private static volatile byte[] kept = {};

  @Test
  void aThreadThatEndsTakesNothingAway() throws Exception {
    CountDownLatch allocated = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              kept = new byte[64 * MEGABYTE];
              allocated.countDown();
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    allocated.await();
    Allocation allocation = new Allocation();
    end.countDown();
    thread.join();
    kept = new byte[MEGABYTE];
    assertThat(allocation.bytes()).isBetween((long) MEGABYTE, 60L * MEGABYTE);
  }
}
