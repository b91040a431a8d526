package io.stepwright.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.background.IntrusiveList;
import io.stepwright.background.Striped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The open runs of a runtime, so that it can end them. The list is striped, because every run is
 * added and removed once and callers must not wait for each other. Thread-safe.
 */
public final class OpenRuns {

  private final Striped<RunList> lists = new Striped<>(RunList.stripes());

  /**
   * Adds a run.
   *
   * @throws IllegalStateException if the runtime is closed
   */
  void add(OpenRun run) {
    RunList list = lists.mine();
    run.openIn = list;
    list.add(run);
  }

  void remove(OpenRun run) {
    RunList list = run.openIn;
    if (list != null) {
      list.remove(run);
    }
  }

  public int count() {
    int count = 0;
    for (RunList list : lists) {
      count += list.count();
    }
    return count;
  }

  /** Refuses further runs, cancels the open ones and waits until they have ended. */
  void close() {
    List<OpenRun> open = new ArrayList<>();
    for (RunList list : lists) {
      list.refuseMore(open);
    }
    for (OpenRun run : open) {
      run.cancel("the AgentRuntime was closed");
    }
    boolean interrupted = false;
    for (RunList list : lists) {
      interrupted |= list.awaitEmpty();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** An intrusive linked list of runs. Thread-safe. */
  static final class RunList {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();

    @GuardedBy("lock")
    private final IntrusiveList<OpenRun> runs = new IntrusiveList<>();

    @GuardedBy("lock")
    private int count;

    @GuardedBy("lock")
    private boolean closed;

    private static List<RunList> stripes() {
      List<RunList> stripes = new ArrayList<>();
      for (int i = 0; i < Striped.COUNT; i++) {
        stripes.add(new RunList());
      }
      return stripes;
    }

    private void add(OpenRun run) {
      lock.lock();
      try {
        if (closed) {
          throw new IllegalStateException(
              "Agent %s cannot run %s: its AgentRuntime is closed. Close a runtime only after its last run."
                  .formatted(run.agent(), run.entryPoint()));
        }
        runs.add(run);
        count++;
      } finally {
        lock.unlock();
      }
    }

    private void remove(OpenRun run) {
      lock.lock();
      try {
        runs.remove(run);
        if (--count == 0) {
          empty.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }

    private int count() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }

    private void refuseMore(List<OpenRun> open) {
      lock.lock();
      try {
        closed = true;
        for (OpenRun run = runs.first(); run != null; run = runs.after(run)) {
          open.add(run);
        }
      } finally {
        lock.unlock();
      }
    }

    /** Waits until no run is open. Returns true if the thread was interrupted meanwhile. */
    private boolean awaitEmpty() {
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
      return interrupted;
    }
  }
}
