package io.stepwright.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are open, so that a runtime can end them. A linked list without nodes of its own.
 */
final class OpenRuns {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition empty = lock.newCondition();
  private @Nullable RunLife first;
  private int count;
  private boolean closed;

  /**
   * Adds a run.
   *
   * @throws IllegalStateException if the runtime is closed
   */
  void add(RunLife run) {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException(
            "Agent %s cannot run %s: its AgentRuntime is closed. Close a runtime only after its last run."
                .formatted(run.agent(), run.entryPoint()));
      }
      run.nextOpen = first;
      if (first != null) {
        first.previousOpen = run;
      }
      first = run;
      count++;
    } finally {
      lock.unlock();
    }
  }

  void remove(RunLife run) {
    lock.lock();
    try {
      if (run.previousOpen == null) {
        first = run.nextOpen;
      } else {
        run.previousOpen.nextOpen = run.nextOpen;
      }
      if (run.nextOpen != null) {
        run.nextOpen.previousOpen = run.previousOpen;
      }
      run.previousOpen = null;
      run.nextOpen = null;
      if (--count == 0) {
        empty.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  int count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Refuses further runs, cancels those that are open and waits until they have ended. */
  void close() {
    for (RunLife run : refuseMore()) {
      run.cancel("the AgentRuntime was closed");
    }
    boolean interrupted = false;
    lock.lock();
    try {
      while (count > 0) {
        try {
          empty.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      lock.unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<RunLife> refuseMore() {
    lock.lock();
    try {
      closed = true;
      List<RunLife> open = new ArrayList<>();
      for (RunLife run = first; run != null; run = run.nextOpen) {
        open.add(run);
      }
      return open;
    } finally {
      lock.unlock();
    }
  }
}
