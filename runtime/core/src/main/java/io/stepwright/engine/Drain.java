package io.stepwright.engine;

import java.util.List;
import java.util.function.Consumer;

/** Waits until nothing of a run that has ended is left, and says what keeps it. */
final class Drain {

  private Drain() {}

  /**
   * Waits, whatever it takes.
   *
   * @param between nanoseconds between two warnings
   * @param warning is told of the bodies that threads are inside of; not under the lock
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
