package io.stepwright.runtime;

import io.stepwright.call.Deadline;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The life of a run: what is inside a body, how the run fails or is cancelled, and how it drains.
 * One lock guards the whole run; it is never held while user code, a listener or an executor is
 * called.
 */
final class RunLife {

  private final Engine engine;
  private final EntryPointInfo entryPoint;
  private final @Nullable StepRun parent;
  private final Deadline deadline;
  private final boolean ownDeadline;
  private final long startNanos = System.nanoTime();
  private final Contexts contexts;
  private final @Nullable ClassLoader contextLoader =
      Thread.currentThread().getContextClassLoader();
  private final @Nullable RunEvents events;
  private final Alarms.@Nullable Alarm alarm;

  final ReentrantLock lock = new ReentrantLock();
  final Condition changed = lock.newCondition();

  /** The list that it is in, set by the thread that opens it. */
  OpenRuns.@Nullable RunList openIn;

  // Of that list, under its lock.
  @Nullable RunLife previousOpen;
  @Nullable RunLife nextOpen;

  // Under this run's lock.
  private final ActiveSteps active = new ActiveSteps();
  private final ChildRuns children = new ChildRuns();
  private @Nullable List<DirectCalls> directCalls;
  private int workers;
  private volatile boolean done;
  private long endNanos;
  private @Nullable Runnable onEnd;
  private volatile @Nullable RunFailure failure;

  private RunLife(Engine engine, EntryPointInfo entryPoint, @Nullable StepRun parent) {
    this.engine = engine;
    this.entryPoint = entryPoint;
    this.parent = parent;
    Deadline own = limit(engine, entryPoint, startNanos);
    Deadline inherited = parent == null ? Deadline.NONE : parent.deadline();
    ownDeadline = own.isBefore(inherited);
    deadline = ownDeadline ? own : inherited;
    alarm = ownDeadline ? new RunAlarm(this) : null;
    contexts = Contexts.capture(engine.propagators());
    events =
        RunEvents.of(
            engine.listeners(),
            entryPoint.agent().name(),
            entryPoint.name(),
            entryPoint.report() || engine.reports().isWanted()
                ? new ReportRecorder(entryPoint, engine.configuration(), startNanos)
                : null,
            parent == null ? null : parent.life().events(),
            engine.threads().areNamed());
  }

  /**
   * Starts a run, inside of the step that the calling thread is in, if any.
   *
   * @throws IllegalStateException if the runtime is closed
   * @throws AgentException if the run cannot be started, as no thread can watch over its deadline
   */
  static RunLife start(Engine engine, EntryPointInfo entryPoint) {
    RunLife life = new RunLife(engine, entryPoint, StepRun.current());
    engine.openRuns().add(life);
    try {
      life.begin();
      return life;
    } catch (Throwable e) {
      life.fail(
          new RunCancelledException(
              life.agent(),
              "The run of %s.%s could not be started: %s"
                  .formatted(life.agent(), life.entryPoint(), e),
              e),
          false);
      // Nobody else has it to close, and the runtime waits for the end of each run.
      life.close(null, false);
      throw life.thrown();
    }
  }

  private void begin() {
    if (events != null) {
      events.emit(new RunEvent.RunStarted(events.run(), startNanos));
    }
    if (alarm != null) {
      engine.alarms().set(alarm, deadline.nanoTime());
    }
    if (parent != null && !parent.life().adopt(this)) {
      cancel("the run around it ended");
    }
  }

  private static Deadline limit(Engine engine, EntryPointInfo entryPoint, long startNanos) {
    Duration limit = entryPoint.timeout();
    limit = limit == null ? engine.configuration().runTimeout() : limit;
    return limit == null ? Deadline.NONE : Deadline.of(startNanos, limit);
  }

  Engine engine() {
    return engine;
  }

  String agent() {
    return entryPoint.agent().name();
  }

  String entryPoint() {
    return entryPoint.name();
  }

  Deadline deadline() {
    return deadline;
  }

  @Nullable StepRun parent() {
    return parent;
  }

  Contexts contexts() {
    return contexts;
  }

  @Nullable ClassLoader contextLoader() {
    return contextLoader;
  }

  @Nullable RunEvents events() {
    return events;
  }

  /** The key of a step in events; null if nobody listens. */
  @Nullable StepKey key(StepInfo step) {
    return events == null
        ? null
        : new StepKey(step.name(), 0, false, StepKey.NO_ITEM, step.alternative());
  }

  /** The key of a direct call; null if nobody listens. */
  @Nullable StepKey directKey(StepInfo step) {
    if (events == null) {
      return null;
    }
    lock.lock();
    try {
      directCalls = directCalls == null ? new ArrayList<>() : directCalls;
      return new StepKey(step.name(), DirectCalls.next(directCalls, step.name()), true)
          .chosen(step.alternative());
    } finally {
      lock.unlock();
    }
  }

  // ---------------------------------------------------------------- steps

  /** Registers a body that begins; false if the run is over. */
  boolean enter(StepRun run) {
    lock.lock();
    try {
      if (isOver()) {
        return false;
      }
      active.add(run);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends what {@link #enter} began; from here on the thread gets no interrupt of this body. */
  @Nullable Stop leave(StepRun run) {
    lock.lock();
    try {
      active.remove(run);
      run.thread().leave();
      return run.stopped();
    } finally {
      lock.unlock();
    }
  }

  /** Stops one body, and the runs that were started inside of it. */
  void stop(StepRun run, Stop reason) {
    List<RunLife> orphans;
    lock.lock();
    try {
      if (!run.stop(reason)) {
        return;
      }
      orphans = children.startedIn(run);
    } finally {
      lock.unlock();
    }
    ChildRuns.cancel(orphans);
  }

  /** The bodies of steps that are not needed any more. Under the lock. */
  List<StepRun> notNeeded() {
    List<StepRun> runs = active.list();
    runs.removeIf(run -> run.node() == null || !run.node().notNeeded);
    return runs;
  }

  /** Whether a body was told to end. */
  boolean isStopped(StepRun run) {
    lock.lock();
    try {
      return run.stopped() != null;
    } finally {
      lock.unlock();
    }
  }

  /** Tells whether a body was stopped by its own time limit, or by a deadline of this run. */
  boolean isTimedOut(StepRun run) {
    lock.lock();
    try {
      RunFailure first = failure;
      if (run.stopped() == Stop.TIMED_OUT
          || (first != null && first.first() instanceof RunTimeoutException)) {
        return true;
      }
      if (first != null && !(first.first() instanceof RunCancelledException)) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    // The deadline of a run around it interrupts the thread before it cancels this run.
    return parent != null && parent.isTimedOut();
  }

  void workerEntered() {
    workers++;
  }

  void workerLeft() {
    lock.lock();
    try {
      if (--workers == 0) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  // ---------------------------------------------------------------- the end

  /** Whether no step may start any more. Under the lock. */
  boolean isOver() {
    return failure != null || done;
  }

  /** When the run failed, was cancelled or was done, as {@link System#nanoTime}. */
  long endNanos() {
    return endNanos;
  }

  /** Throws the first failure on the caller's thread. */
  void throwIfFailed() {
    if (failure != null) {
      throw thrown();
    }
  }

  /** The first failure as the caller throws it. */
  AgentException thrown() {
    lock.lock();
    try {
      RunFailure first = failure;
      if (first == null) {
        throw new IllegalStateException(
            "The run of %s.%s has ended already.".formatted(agent(), entryPoint()));
      }
      return first.thrown();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Fails the run, or notes a later failure.
   *
   * @param thrownByBody whether user code has seen the exception itself
   */
  void fail(AgentException exception, boolean thrownByBody) {
    List<RunLife> orphans;
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
      failure = new RunFailure(exception, thrownByBody);
      orphans = end(Stop.RUN_ENDED);
      action = onEnd;
    } finally {
      lock.unlock();
    }
    ChildRuns.cancel(orphans);
    if (action != null) {
      action.run();
    }
  }

  void cancel(String reason) {
    // Looked at first because every run that ends well comes by here: an exception is not cheap.
    if (failure == null && !done) {
      fail(
          new RunCancelledException(
              agent(),
              "The run of %s.%s was cancelled: %s.".formatted(agent(), entryPoint(), reason),
              null),
          false);
    }
  }

  /**
   * Ends the run with success, unless it has failed.
   *
   * @return whether there is something to {@link #drain}
   */
  boolean done() {
    List<RunLife> orphans = List.of();
    boolean isAtWork;
    lock.lock();
    try {
      if (!isOver()) {
        done = true;
        orphans = end(Stop.NOT_NEEDED);
      }
      isAtWork = isAtWork();
    } finally {
      lock.unlock();
    }
    ChildRuns.cancel(orphans);
    throwIfFailed();
    return isAtWork;
  }

  private List<RunLife> end(Stop reason) {
    endNanos = System.nanoTime();
    active.stop(reason);
    changed.signalAll();
    return children.all();
  }

  /** The deadline has passed. If it is not the run's own, that of a run or step around it has. */
  void deadlinePassed() {
    if (!ownDeadline && parent != null) {
      parent.deadlinePassed();
    } else {
      fail(new RunTimeoutException(agent(), timeoutMessage(), null), false);
    }
  }

  private String timeoutMessage() {
    lock.lock();
    try {
      return Messages.runTimeout(this, System.nanoTime() - startNanos, active.list());
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no thread is at work for this run, whatever it takes. */
  void drain() {
    Drain.await(this);
  }

  /** Whether a thread is at work for this run, or a run inside of it is open. Under the lock. */
  boolean isAtWork() {
    return workers > 0 || !children.isEmpty();
  }

  /** What threads are inside of. Under the lock. */
  List<StepRun> inBodies() {
    return active.list();
  }

  /**
   * Ends the run if it has not ended yet, waits for what is left, and gives everything back.
   *
   * @param drained whether it has ended, and nothing was left then: nothing can begin after that
   */
  void close(@Nullable Schedule schedule, boolean drained) {
    try {
      end(schedule, drained);
    } finally {
      // Whatever went wrong: what waits for this run must not wait for ever.
      if (parent != null) {
        parent.life().release(this);
      }
      engine.openRuns().remove(this);
    }
  }

  private void end(@Nullable Schedule schedule, boolean drained) {
    if (!drained) {
      cancel("it was closed without a result");
      drain();
      if (schedule != null) {
        schedule.reportUnstarted();
      }
    }
    if (alarm != null) {
      engine.alarms().cancel(alarm);
    }
    if (events != null) {
      RunFailure first = failure;
      Throwable cause = first == null ? null : first.first();
      events.emit(
          new RunEvent.RunEnded(
              events.run(), System.nanoTime(), ErrorType.ofAny(cause), cause, events.nestedRuns()));
    }
    report();
  }

  /** Gives the report to those who want it; it is made when they look at it. */
  private void report() {
    if (events == null || events.recorder() == null) {
      return;
    }
    RunFailure first = failure;
    Supplier<RunReport> report =
        () -> events.report(endNanos, first == null ? null : first.first());
    if (first != null) {
      lock.lock();
      try {
        first.reportedBy(report);
      } finally {
        lock.unlock();
      }
    }
    engine.reports().add(report);
  }

  /** Sets what is called once the run has failed or was cancelled; at once if it has already. */
  void onFailure(Runnable action) {
    lock.lock();
    try {
      onEnd = action;
      if (failure == null) {
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  // ---------------------------------------------------------------- runs inside of this one

  private boolean adopt(RunLife child) {
    lock.lock();
    try {
      children.add(child);
      return child.parent != null && child.parent.stopped() == null && !isOver();
    } finally {
      lock.unlock();
    }
  }

  private void release(RunLife child) {
    lock.lock();
    try {
      children.remove(child);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
