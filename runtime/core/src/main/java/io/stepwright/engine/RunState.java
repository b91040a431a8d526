package io.stepwright.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.report.RunReport;
import io.stepwright.runtime.AgentException;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of a run that its threads share: the work in progress, and the end of the run. The lock
 * guards the whole run, its graph included; it is never held while user code, a listener or an
 * executor is called. Thread-safe.
 */
final class RunState {

  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final Bodies bodies = new Bodies();

  @GuardedBy("lock")
  private @Nullable Condition changed;

  @GuardedBy("lock")
  private @Nullable Runnable onFailure;

  // Written under the lock, read without it.
  private volatile @Nullable RunFailure failure;
  private volatile boolean done;

  // Written before the run can be seen as over.
  private long endNanos;

  // ---------------------------------------------------------------- bodies

  /** Registers a body that begins. Returns false if the run is over. */
  boolean enter(Body body) {
    lock.lock();
    try {
      if (isOver()) {
        return false;
      }
      bodies.enter(body);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Registers a body that executes tools of a step on a thread of its own. Returns false if the run
   * is over or the step was stopped.
   */
  boolean enterTools(StepRun tools, StepRun step) {
    lock.lock();
    try {
      if (isOver() || step.isStopped()) {
        return false;
      }
      bodies.enter(tools);
      bodies.workerEntered();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Unregisters a body that executed tools. */
  void leaveTools(StepRun tools) {
    lock.lock();
    try {
      StopReason unused = bodies.leave(tools);
      bodies.workerLeft();
      signal();
    } finally {
      lock.unlock();
    }
  }

  /** Tells whether the run is over or a step of it was stopped. */
  boolean isStopped(StepRun step) {
    lock.lock();
    try {
      return isOver() || step.isStopped();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Unregisters a body. From here on its thread gets no interrupt of this body.
   *
   * @return the reason why the body was stopped, or null
   */
  @Nullable StopReason leave(Body body) {
    lock.lock();
    try {
      return bodies.leave(body);
    } finally {
      lock.unlock();
    }
  }

  /** Stops one body and the runs that were started inside of it. */
  void stop(Body body, StopReason reason) {
    List<OpenRun> orphans;
    lock.lock();
    try {
      orphans = bodies.stop(body, reason);
    } finally {
      lock.unlock();
    }
    cancel(orphans);
  }

  /** Returns the reason why a body was stopped, or null. */
  @Nullable StopReason stopped(Body body) {
    lock.lock();
    try {
      return body.stopped();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the bodies in execution. */
  List<Body> inBodies() {
    lock.lock();
    try {
      return bodies.list();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns the bodies of steps that are no longer needed. Those that execute their tools are not
   * listed: they are stopped with their step and never before it, or the step would take their end
   * for a failure.
   */
  @GuardedBy("lock")
  List<Body> notNeeded() {
    List<Body> list = bodies.list();
    list.removeIf(body -> body.isOfTools() || !body.isNotNeeded());
    return list;
  }

  /** Counts a worker thread that begins to work for the run. */
  @GuardedBy("lock")
  void workerEntered() {
    bodies.workerEntered();
  }

  void workerLeft() {
    lock.lock();
    try {
      bodies.workerLeft();
      signal();
    } finally {
      lock.unlock();
    }
  }

  // ---------------------------------------------------------------- runs inside of this one

  /**
   * Registers a run that was started inside of a body.
   *
   * @return false if the caller must cancel it, because the body or this run has been stopped
   */
  boolean adopt(OpenRun child, Body startedIn) {
    lock.lock();
    try {
      bodies.adopt(child);
      return startedIn.stopped() == null && !isOver();
    } finally {
      lock.unlock();
    }
  }

  /** Unregisters a run. */
  void release(OpenRun child) {
    lock.lock();
    try {
      bodies.release(child);
      signal();
    } finally {
      lock.unlock();
    }
  }

  private static void cancel(List<OpenRun> children) {
    for (OpenRun child : children) {
      child.cancel("the run around it ended");
    }
  }

  // ---------------------------------------------------------------- the end

  /** Tells whether no further step may start. The answer may change unless the lock is held. */
  boolean isOver() {
    return failure != null || done;
  }

  /**
   * Returns the time when the run failed, was cancelled or was done, as {@link System#nanoTime}.
   */
  long endNanos() {
    return endNanos;
  }

  /** Returns the first failure, or null. */
  @Nullable AgentException firstFailure() {
    RunFailure first = failure;
    return first == null ? null : first.first();
  }

  /**
   * Returns the first failure for the calling thread to throw, or null; the same object each time.
   */
  @Nullable AgentException thrown() {
    if (failure == null) {
      return null;
    }
    lock.lock();
    try {
      return failure == null ? null : failure.thrown();
    } finally {
      lock.unlock();
    }
  }

  /** Throws the first failure, on the caller thread. */
  void throwIfFailed() {
    AgentException thrown = thrown();
    if (thrown != null) {
      throw thrown;
    }
  }

  /**
   * Fails the run, or records a later failure. Has no effect after the run's success.
   *
   * @param thrownByBody true if user code has seen the exception itself
   */
  void fail(AgentException exception, boolean thrownByBody) {
    List<OpenRun> orphans;
    Runnable action;
    lock.lock();
    try {
      if (done) {
        return;
      }
      if (failure != null) {
        failure.add(exception);
        return;
      }
      endNanos = System.nanoTime();
      failure = new RunFailure(exception, thrownByBody);
      orphans = end(StopReason.RUN_ENDED);
      action = onFailure;
    } finally {
      lock.unlock();
    }
    cancel(orphans);
    if (action != null) {
      action.run();
    }
  }

  /**
   * Sets the action that is called once the run has failed or was cancelled; it is called at once
   * if that has happened.
   */
  void onFailure(Runnable action) {
    lock.lock();
    try {
      onFailure = action;
      if (failure == null) {
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  /**
   * Ends the run with success, unless it has failed.
   *
   * @return true if work is still in progress, for which {@link Drain} waits
   */
  boolean done() {
    List<OpenRun> orphans = List.of();
    boolean isAtWork;
    lock.lock();
    try {
      if (!isOver()) {
        endNanos = System.nanoTime();
        done = true;
        orphans = end(StopReason.NOT_NEEDED);
      }
      isAtWork = isAtWork();
    } finally {
      lock.unlock();
    }
    cancel(orphans);
    throwIfFailed();
    return isAtWork;
  }

  @GuardedBy("lock")
  private List<OpenRun> end(StopReason reason) {
    signal();
    return bodies.stopAll(reason);
  }

  /** Passes the report of the run to its failure, if it has failed. */
  void reported(Supplier<RunReport> report) {
    lock.lock();
    try {
      if (failure != null) {
        failure.reportedBy(report);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Tells whether work is in progress for this run. */
  @GuardedBy("lock")
  boolean isAtWork() {
    return bodies.isAtWork();
  }

  // ---------------------------------------------------------------- waiting

  /**
   * Waits for a {@link #signal}. Spurious wake-ups are possible: the caller checks its condition
   * again.
   */
  @GuardedBy("lock")
  @SuppressWarnings("WaitNotInLoop")
  void await() throws InterruptedException {
    changed().await();
  }

  /** Waits for a {@link #signal}, at most so many nanoseconds. Spurious wake-ups are possible. */
  @GuardedBy("lock")
  @SuppressWarnings("WaitNotInLoop")
  void await(long nanos) throws InterruptedException {
    long unused = changed().awaitNanos(nanos);
  }

  /** Wakes all waiting threads; each checks its own condition. */
  @GuardedBy("lock")
  void signal() {
    if (changed != null) {
      changed.signalAll();
    }
  }

  /** Makes the condition on first use, because most callers never wait. */
  @GuardedBy("lock")
  private Condition changed() {
    changed = changed == null ? lock.newCondition() : changed;
    return changed;
  }
}
