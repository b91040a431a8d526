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
 * The state of a run that its threads share: what is at work for it, and how it ends. The lock
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

  // Written before the run is seen to be over.
  private long endNanos;

  // ---------------------------------------------------------------- bodies

  /** Registers a body that begins; false if the run is over. */
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

  /** Ends what {@link #enter} began; from here on the thread gets no interrupt of this body. */
  @Nullable Stop leave(Body body) {
    lock.lock();
    try {
      return bodies.leave(body);
    } finally {
      lock.unlock();
    }
  }

  /** Stops one body, and the runs that were started inside of it. */
  void stop(Body body, Stop reason) {
    List<OpenRun> orphans;
    lock.lock();
    try {
      orphans = bodies.stop(body, reason);
    } finally {
      lock.unlock();
    }
    cancel(orphans);
  }

  /** Why a body was told to end, or null. */
  @Nullable Stop stopped(Body body) {
    lock.lock();
    try {
      return body.stopped();
    } finally {
      lock.unlock();
    }
  }

  /** The bodies that threads are inside of. */
  List<Body> inBodies() {
    lock.lock();
    try {
      return bodies.list();
    } finally {
      lock.unlock();
    }
  }

  /** The bodies of steps that are not needed any more. */
  @GuardedBy("lock")
  List<Body> notNeeded() {
    List<Body> list = bodies.list();
    list.removeIf(body -> !body.isNotNeeded());
    return list;
  }

  /** A thread of the executor begins to work for the run. */
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
   * Takes in a run that was started inside of a body.
   *
   * @return false if it must be cancelled, because the body or this run is told to end
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

  /** Ends what {@link #adopt} began. */
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

  /** Tells whether no step may start any more. It may change unless the lock is held. */
  boolean isOver() {
    return failure != null || done;
  }

  /** When the run failed, was cancelled or was done, as {@link System#nanoTime}. */
  long endNanos() {
    return endNanos;
  }

  /** The first failure, or null. */
  @Nullable AgentException firstFailure() {
    RunFailure first = failure;
    return first == null ? null : first.first();
  }

  /** The first failure as the calling thread throws it, or null; the same one each time. */
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

  /** Throws the first failure on the caller's thread. */
  void throwIfFailed() {
    AgentException thrown = thrown();
    if (thrown != null) {
      throw thrown;
    }
  }

  /**
   * Fails the run, or notes a later failure; of no effect after its success.
   *
   * @param thrownByBody whether user code has seen the exception itself
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
      orphans = end(Stop.RUN_ENDED);
      action = onFailure;
    } finally {
      lock.unlock();
    }
    cancel(orphans);
    if (action != null) {
      action.run();
    }
  }

  /** Sets what is called once the run has failed or was cancelled; at once if it has already. */
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
   * @return whether something is still at work, for which {@link Drain} waits
   */
  boolean done() {
    List<OpenRun> orphans = List.of();
    boolean isAtWork;
    lock.lock();
    try {
      if (!isOver()) {
        endNanos = System.nanoTime();
        done = true;
        orphans = end(Stop.NOT_NEEDED);
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
  private List<OpenRun> end(Stop reason) {
    signal();
    return bodies.stopAll(reason);
  }

  /** Gives the report of the run to its failure, if it has failed. */
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

  /** Tells whether something is at work for this run. */
  @GuardedBy("lock")
  boolean isAtWork() {
    return bodies.isAtWork();
  }

  // ---------------------------------------------------------------- waiting

  /** Waits for a {@link #signal}, or for nothing: the caller looks again. */
  @GuardedBy("lock")
  @SuppressWarnings("WaitNotInLoop")
  void await() throws InterruptedException {
    changed().await();
  }

  /** Waits for a {@link #signal}, at most so many nanoseconds, or for nothing. */
  @GuardedBy("lock")
  @SuppressWarnings("WaitNotInLoop")
  void await(long nanos) throws InterruptedException {
    long unused = changed().awaitNanos(nanos);
  }

  /** Wakes all who wait; each looks for itself. */
  @GuardedBy("lock")
  void signal() {
    if (changed != null) {
      changed.signalAll();
    }
  }

  /** Most callers never wait. */
  @GuardedBy("lock")
  private Condition changed() {
    changed = changed == null ? lock.newCondition() : changed;
    return changed;
  }
}
