package io.stepwright.call;

import java.util.concurrent.TimeUnit;

/** Waits on the calling thread. */
public final class Pause {

  private Pause() {}

  /**
   * Waits at least the given time.
   *
   * @throws InterruptedException at once if the thread is interrupted
   */
  public static void nanos(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    // Thread.sleep may round down.
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }
}
