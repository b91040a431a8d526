package io.stepwright.engine;

import io.stepwright.engine.graph.Absent;
import io.stepwright.engine.graph.AbsentEach;
import io.stepwright.engine.graph.Awaiter;
import io.stepwright.engine.graph.Decision;
import io.stepwright.engine.graph.Inputs;
import io.stepwright.engine.message.Messages;
import io.stepwright.event.RunEvents;
import io.stepwright.report.Reported;
import io.stepwright.report.RunReport;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepAction;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run as generated code uses it. For the caller thread. */
final class RunScope extends Starter implements Run, Reported {

  private final EntryPointInfo entryPoint;
  private final RunLife life;
  private @Nullable RunSchedule schedule;
  private boolean drained;
  private boolean closed;

  private RunScope(EntryPointInfo entryPoint, RunLife life) {
    this.entryPoint = entryPoint;
    this.life = life;
  }

  static RunScope start(Engine engine, EntryPointInfo entryPoint) {
    return new RunScope(entryPoint, RunLife.start(engine, entryPoint));
  }

  RunLife life() {
    return life;
  }

  @Override
  RunScope run() {
    return this;
  }

  @Override
  Inputs inputs() {
    return Inputs.NONE;
  }

  @Override
  @Nullable Decision decision() {
    return null;
  }

  RunSchedule schedule() {
    RunSchedule present = schedule;
    if (present == null) {
      present = new RunSchedule(life);
      schedule = present;
    }
    return present;
  }

  Awaiter awaiter() {
    return schedule().waits();
  }

  @Override
  public <T> T call(StepInfo step, StepBody<T> body) {
    return typed(spine(step, body));
  }

  @Override
  public <T> Optional<T> callOptional(StepInfo step, StepBody<Optional<T>> body) {
    return typed(spine(step, body));
  }

  @Override
  public void perform(StepInfo step, StepAction action) {
    spine(step, body(action));
  }

  @Override
  public <T> Optional<T> skip(StepInfo step, String reason) {
    life.state().throwIfFailed();
    StepKey key = requested(step);
    RunEvents events = life.events();
    if (events != null && key != null) {
      events.skipped(key, reason);
    }
    return Optional.empty();
  }

  @Override
  public <T> Forked<T> absent(StepInfo step, String reason) {
    skip(step, reason);
    return Absent.known(awaiter(), step);
  }

  @Override
  public <T> ForkedEach<T> absentEach(StepInfo step, String reason) {
    skip(step, reason);
    return new AbsentEach<>(awaiter(), step);
  }

  @Override
  public <T> T unmatched(StepInfo step, @Nullable Object value) {
    life.state().throwIfFailed();
    StepKey key = requested(step);
    try {
      return super.unmatched(step, value);
    } catch (StepFailedException e) {
      life.state().fail(e, false);
      RunEvents events = life.events();
      if (events != null && key != null) {
        events.failed(key, e);
      }
      throw life.thrown();
    }
  }

  @Override
  public <T> T result(T value) {
    life.state().throwIfFailed();
    if (schedule != null) {
      schedule.waits().awaitNeeded(entryPoint.also());
    }
    settle(life.state().done());
    return value;
  }

  @Override
  public void finish() {
    life.state().throwIfFailed();
    if (schedule != null) {
      schedule.waits().awaitAll();
    }
    settle(life.state().done());
  }

  @Override
  public RunReport report() {
    RunEvents events = life.events();
    if (events == null) {
      throw new IllegalStateException(
          Messages.notRecorded(entryPoint.agent().name(), entryPoint.name()));
    }
    return events.report(life.state().endNanos(), null);
  }

  private void settle(boolean isAtWork) {
    if (isAtWork) {
      life.drain();
    }
    drained = true;
    reportUnstarted();
  }

  private void reportUnstarted() {
    if (schedule != null) {
      schedule.reportUnstarted();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try {
        if (!drained) {
          life.abandon();
          reportUnstarted();
        }
      } finally {
        life.close();
      }
      if (schedule != null && life.engine().threads().areVirtual()) {
        schedule.workers().started().yieldToStarted();
      }
    }
  }

  private @Nullable StepKey requested(StepInfo step) {
    StepKey key = life.key(step);
    RunEvents events = life.events();
    if (events != null && key != null) {
      events.requested(key);
    }
    return key;
  }

  /** Runs a step that waits for nothing, on the calling thread. */
  private Object spine(StepInfo step, StepBody<?> body) {
    life.state().throwIfFailed();
    return ready(step, requested(step), body);
  }

  /** Runs a step that was reported as requested already. */
  Object ready(StepInfo step, @Nullable StepKey key, StepBody<?> body) {
    RunEvents events = life.events();
    if (events != null && key != null) {
      events.ready(key);
    }
    StepRun run = new StepRun(life, step, key, StepRun.Place.CALLER);
    if (!life.state().enter(run)) {
      if (events != null && key != null) {
        events.cancelled(key, System.nanoTime());
      }
      throw life.thrown();
    }
    run.execute(body);
    life.state().throwIfFailed();
    Object value = run.value();
    if (value == null) {
      throw new AssertionError(Messages.name(step) + " ended without a value or a failure.");
    }
    return value;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T> T typed(Object value) {
    return (T) value;
  }
}
