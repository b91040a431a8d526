package io.stepwright.runtime;

import java.util.List;

/** Waits until nothing of a run that has ended is left, and says what keeps it. */
final class Drain {

  private Drain() {}

  static void await(RunLife life) {
    if (!isAtWork(life)) {
      return;
    }
    long between = life.engine().drainWarningNanos();
    long warnAt = System.nanoTime() + between;
    boolean interrupted = false;
    life.lock.lock();
    try {
      while (life.isAtWork()) {
        long left = warnAt - System.nanoTime();
        if (left <= 0) {
          warn(life);
          warnAt = System.nanoTime() + between;
          continue;
        }
        try {
          life.changed.awaitNanos(left);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      life.lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isAtWork(RunLife life) {
    life.lock.lock();
    try {
      return life.isAtWork();
    } finally {
      life.lock.unlock();
    }
  }

  private static void warn(RunLife life) {
    List<StepRun> running = life.inBodies();
    life.lock.unlock();
    try {
      DrainWarning.log(life, running);
    } finally {
      life.lock.lock();
    }
  }
}
