package io.stepwright.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.background.Alarms;
import io.stepwright.call.Deadline;
import io.stepwright.engine.message.Messages;
import io.stepwright.engine.tool.RunTools;
import io.stepwright.event.RunEvents;
import io.stepwright.recording.ReportRecorder;
import io.stepwright.report.RunReport;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.ErrorType;
import io.stepwright.runtime.RunCancelledException;
import io.stepwright.runtime.RunTimeoutException;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run from its start to its close: its names, deadline, context and events. */
final class RunLife extends OpenRun {

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
  private final RunState state = new RunState();

  @GuardedBy("state.lock")
  private @Nullable List<DirectCalls> directCalls;

  /** Made when the first model may call a tool. */
  private volatile @Nullable RunTools tools;

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
    events = events(parent == null ? null : parent.life().events());
  }

  /**
   * Makes the events of this run, or returns null if nobody wants them and its number is not
   * needed. Without them, a program does not load their classes.
   *
   * @param around the events of the enclosing run, or null
   */
  private @Nullable RunEvents events(@Nullable RunEvents around) {
    boolean recorded = entryPoint.report() || engine.reports().isWanted();
    if (!recorded
        && around == null
        && !engine.threads().areNamed()
        && !engine.listeners().areListening()) {
      return null;
    }
    return RunEvents.of(
        engine.listeners(),
        agent(),
        entryPoint(),
        recorded ? new ReportRecorder(entryPoint, engine.configuration(), startNanos) : null,
        around);
  }

  /**
   * Starts a run, nested in the step that the calling thread executes, if any.
   *
   * @throws IllegalStateException if the runtime is closed
   * @throws AgentException if the run cannot be started, because there is no thread for its timer
   */
  static RunLife start(Engine engine, EntryPointInfo entryPoint) {
    RunLife life = new RunLife(engine, entryPoint, StepRun.current());
    engine.openRuns().add(life);
    try {
      life.begin();
      return life;
    } catch (Throwable e) {
      life.cannotStart(e.toString(), e);
      // Closed here, because no caller holds the run and the runtime waits for the end of each run.
      life.abandon();
      life.close();
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
    if (parent != null && !parent.life().state.adopt(this, parent)) {
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

  @Override
  String agent() {
    return entryPoint.agent().name();
  }

  @Override
  String entryPoint() {
    return entryPoint.name();
  }

  @Override
  @Nullable Body startedIn() {
    return parent;
  }

  RunState state() {
    return state;
  }

  Deadline deadline() {
    return deadline;
  }

  Contexts contexts() {
    return contexts;
  }

  @Nullable RunEvents events() {
    return events;
  }

  /** Returns the key of a step in events, or null if no listener wants the run. */
  @Nullable StepKey key(StepInfo step) {
    return events == null
        ? null
        : new StepKey(step.name(), 0, false, StepKey.NO_ITEM, step.alternative());
  }

  /** Returns the key of a direct call, or null if no listener wants the run. */
  @Nullable StepKey directKey(StepInfo step) {
    if (events == null) {
      return null;
    }
    state.lock.lock();
    try {
      directCalls = directCalls == null ? new ArrayList<>() : directCalls;
      return new StepKey(step.name(), DirectCalls.next(directCalls, step.name()), true)
          .chosen(step.alternative());
    } finally {
      state.lock.unlock();
    }
  }

  /** Returns what the tools of this run share. */
  RunTools tools() {
    RunTools present = tools;
    if (present != null) {
      return present;
    }
    state.lock.lock();
    try {
      present = tools;
      if (present == null) {
        present =
            new RunTools(events == null ? RunEvents.newKey(agent(), entryPoint()) : events.run());
        tools = present;
      }
      return present;
    } finally {
      state.lock.unlock();
    }
  }

  /** Forgets the results of tools, because a step with a side effect begins or has ended. */
  void sideEffect() {
    RunTools present = tools;
    if (present != null) {
      present.memo().sideEffect();
    }
  }

  /** Prepares a worker thread for a step or an item of this run. */
  void enterThread(String step, int item) {
    if (engine.threads().areOwn()) {
      long number = events == null ? StepThreads.NO_NUMBER : events.run().id();
      engine.threads().enter(agent() + "." + step, number, item, contextLoader);
    }
  }

  // ---------------------------------------------------------------- the end

  /** Returns the first failure for the calling thread to throw. */
  AgentException thrown() {
    AgentException thrown = state.thrown();
    if (thrown == null) {
      throw new IllegalStateException(
          "The run of %s.%s has ended already.".formatted(agent(), entryPoint()));
    }
    return thrown;
  }

  @Override
  void cancel(String reason) {
    // Checked first, because every successful run comes here and an exception is not cheap.
    if (!state.isOver()) {
      state.fail(
          new RunCancelledException(
              agent(), Messages.cancelled(agent(), entryPoint(), reason), null),
          false);
    }
  }

  /**
   * Fails the run because it could not be started.
   *
   * @param reason the event, as the end of a sentence
   */
  void cannotStart(String reason, Throwable cause) {
    state.fail(
        new RunCancelledException(
            agent(), Messages.notStarted(agent(), entryPoint(), reason), cause),
        false);
  }

  /**
   * Fails this run because its deadline has passed. If the deadline is inherited, the enclosing run
   * or step fails.
   */
  void deadlinePassed() {
    if (!ownDeadline && parent != null) {
      parent.deadlinePassed();
      return;
    }
    List<String> running = new ArrayList<>();
    for (Body body : state.inBodies()) {
      running.add(Messages.running(body.label(), System.nanoTime() - body.startNanos()));
    }
    String message =
        Messages.runTimeout(agent(), entryPoint(), System.nanoTime() - startNanos, running);
    state.fail(new RunTimeoutException(agent(), message, null), false);
  }

  /** Tells whether a body was stopped by its own time limit or by a deadline of this run. */
  boolean isTimedOut(Body body) {
    StopReason stop = state.stopped(body);
    AgentException first = state.firstFailure();
    if (stop == StopReason.TIMED_OUT || first instanceof RunTimeoutException) {
      return true;
    }
    // The deadline of an enclosing run interrupts the thread before it cancels this run.
    return (first == null || first instanceof RunCancelledException)
        && parent != null
        && parent.isTimedOut();
  }

  /** Waits until no work is in progress for this run, without a time limit. */
  void drain() {
    Drain.await(
        state,
        engine.drainWarningNanos(),
        running -> DrainWarning.log(agent(), entryPoint(), state.endNanos(), running));
  }

  /** Ends the run if it has not ended yet, and waits for its remaining work. */
  void abandon() {
    cancel("it was closed without a result");
    drain();
  }

  /** Releases all resources. The run has ended and drained. */
  void close() {
    try {
      end();
    } finally {
      // In any case: the parent run and the runtime must not wait for this run for ever.
      if (parent != null) {
        parent.life().state.release(this);
      }
      engine.openRuns().remove(this);
    }
  }

  private void end() {
    if (alarm != null) {
      engine.alarms().cancel(alarm);
    }
    if (events == null) {
      return;
    }
    AgentException failure = state.firstFailure();
    events.emit(
        new RunEvent.RunEnded(
            events.run(),
            System.nanoTime(),
            ErrorType.ofAny(failure),
            failure,
            events.nestedRuns()));
    if (events.recorder() != null) {
      // Deferred until the report is read.
      Supplier<RunReport> report = () -> events.report(state.endNanos(), failure);
      state.reported(report);
      engine.reports().add(report);
    }
  }
}
