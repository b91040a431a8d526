package io.stepwright.redis;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for the effect of another process. */
final class Eventually {

  private static final long SECONDS = 30;

  private Eventually() {}

  static void holds(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.call()) {
      if (System.nanoTime() - end > 0) {
        fail("It did not happen within " + SECONDS + " s.");
      }
      Thread.sleep(10);
    }
  }
}
