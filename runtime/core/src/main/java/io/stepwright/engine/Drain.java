package io.stepwright.engine;

import java.util.List;
import java.util.function.Consumer;

/** Waits until all work of a run that has ended is done, and reports what delays it. */
final class Drain {

  private Drain() {}

  /**
   * Waits without a time limit; an interrupt is kept for later.
   *
   * @param between nanoseconds between two warnings
   * @param warning receives the bodies in execution; called without the lock
   */
  static void await(RunState run, long between, Consumer<List<Body>> warning) {
    long warnAt = System.nanoTime() + between;
    boolean interrupted = false;
    run.lock.lock();
    try {
      while (run.isAtWork()) {
        long left = warnAt - System.nanoTime();
        if (left <= 0) {
          run.lock.unlock();
          try {
            warning.accept(run.inBodies());
          } finally {
            run.lock.lock();
          }
          warnAt = System.nanoTime() + between;
          continue;
        }
        try {
          run.await(left);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      run.lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
