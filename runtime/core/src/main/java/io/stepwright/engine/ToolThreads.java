package io.stepwright.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.engine.tool.ToolSite.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Executes tools of a step at the same time. The step's thread executes tasks as well, so that an
 * executor of any size suffices, and then waits until all helping threads have left. A stop of the
 * step or of the run interrupts all of them.
 */
final class ToolThreads {

  private final StepRun step;
  private final RunLife life;
  private final List<Task> tasks;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();

  @GuardedBy("lock")
  private final List<StepRun> helping = new ArrayList<>();

  @GuardedBy("lock")
  private int next;

  /** The threads that were asked to help. */
  @GuardedBy("lock")
  private int started;

  @GuardedBy("lock")
  private @Nullable Throwable failure;

  /** The interrupts of the thread of the step, if a helping thread fails. */
  @GuardedBy("lock")
  private final BodyThread own;

  ToolThreads(StepRun step, List<Task> tasks) {
    this.step = step;
    this.life = step.life();
    this.tasks = tasks;
    // A nested body thread: its interrupt ends with the tasks.
    this.own = new BodyThread(step.thread());
  }

  /**
   * Executes all tasks, on the thread of the step.
   *
   * @throws Exception the first exception of a task, after all others have ended
   * @throws InterruptedException if the thread was interrupted
   */
  void run() throws Exception {
    startThreads(1);
    work();
    leave();
    boolean interrupted = awaitHelpers();
    Throwable thrown = failure();
    if (interrupted && (thrown == null || thrown instanceof InterruptedException)) {
      throw new InterruptedException("The step was stopped.");
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown != null) {
      throw (Exception) thrown;
    }
  }

  private void leave() {
    lock.lock();
    try {
      own.leave();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Starts threads as long as tasks are left for them. The step's thread starts one, and each
   * thread that has found a task starts two others: all are there soon, but tools that return
   * immediately wake hardly anybody.
   */
  private void startThreads(int most) {
    try {
      for (int i = 0; i < most && isThreadNeeded(); i++) {
        life.engine().threads().execute(this::help);
      }
    } catch (Throwable e) {
      // The threads that there are execute all tasks.
      return;
    }
  }

  private boolean isThreadNeeded() {
    lock.lock();
    try {
      boolean needed = next < tasks.size() && started < tasks.size() - 1;
      started += needed ? 1 : 0;
      return needed;
    } finally {
      lock.unlock();
    }
  }

  private void help() {
    // An executor may run a task on the very thread that asks for help, which works on its own.
    if (StepRun.current() != null || !hasTask()) {
      return;
    }
    StepRun body = new StepRun(step);
    if (!enter(body)) {
      return;
    }
    life.enterThread(step.info().name(), step.item());
    try {
      body.executeTools(this::workInContext);
    } finally {
      leave(body);
      life.engine().threads().leave();
    }
  }

  private boolean hasTask() {
    lock.lock();
    try {
      return next < tasks.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean enter(StepRun body) {
    lock.lock();
    try {
      if (next >= tasks.size() || !life.state().enterTools(body, step)) {
        return false;
      }
      helping.add(body);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void leave(StepRun body) {
    life.state().leaveTools(body);
    lock.lock();
    try {
      helping.remove(body);
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void workInContext() {
    Contexts contexts = life.contexts();
    var scopes = Contexts.NOTHING;
    try {
      scopes = contexts.restore();
    } catch (Throwable e) {
      fail(e);
      return;
    }
    try {
      startThreads(2);
      work();
    } finally {
      contexts.close(scopes);
    }
  }

  private void work() {
    for (Task task = claim(); task != null; task = claim()) {
      try {
        task.run();
      } catch (Throwable e) {
        fail(e);
      }
    }
  }

  private @Nullable Task claim() {
    lock.lock();
    try {
      return next < tasks.size() ? tasks.get(next++) : null;
    } finally {
      lock.unlock();
    }
  }

  /** Keeps the first failure, begins no further task and stops those that are executed. */
  private void fail(Throwable thrown) {
    lock.lock();
    try {
      if (failure == null) {
        failure = thrown;
      }
    } finally {
      lock.unlock();
    }
    stopHelpers();
  }

  private void stopHelpers() {
    List<StepRun> bodies;
    lock.lock();
    try {
      next = tasks.size();
      own.interrupt();
      bodies = List.copyOf(helping);
    } finally {
      lock.unlock();
    }
    for (StepRun body : bodies) {
      life.state().stop(body, StopReason.NOT_NEEDED);
    }
  }

  private @Nullable Throwable failure() {
    lock.lock();
    try {
      return failure;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no thread helps. Returns true if the calling thread was interrupted meanwhile. */
  private boolean awaitHelpers() {
    boolean interrupted = false;
    while (true) {
      lock.lock();
      try {
        while (!helping.isEmpty()) {
          left.await();
        }
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      } finally {
        lock.unlock();
      }
      stopHelpers();
    }
  }
}
