package io.stepwright.runtime;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.After;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepAction;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run as generated code sees it. For the caller's thread. */
final class RunScope implements Run {

  private final EntryPointInfo entryPoint;
  private final RunLife life;
  private @Nullable Schedule schedule;
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
  public <T> T call(StepInfo step, StepBody<T> body) {
    return typed(spine(step, life.key(step), body));
  }

  @Override
  public <T> Optional<T> callOptional(StepInfo step, StepBody<Optional<T>> body) {
    return typed(spine(step, life.key(step), body));
  }

  @Override
  public void perform(StepInfo step, StepAction action) {
    spine(step, life.key(step), body(action));
  }

  @Override
  public <T> Forked<T> fork(StepInfo step, StepBody<T> body) {
    return fork(step, body, false, ForkedStep.NO_STEPS, ForkedStep.NO_STEPS);
  }

  @Override
  public <T> Forked<T> forkOptional(StepInfo step, StepBody<Optional<T>> body) {
    return fork(step, body, true, ForkedStep.NO_STEPS, ForkedStep.NO_STEPS);
  }

  @Override
  public Forked<Void> forkAction(StepInfo step, StepAction action) {
    return fork(step, body(action), false, ForkedStep.NO_STEPS, ForkedStep.NO_STEPS);
  }

  @Override
  public After after(Forked<?>... required) {
    return new Conditions(this, ForkedStep.of(required), ForkedStep.NO_STEPS);
  }

  @Override
  public After settled(Forked<?>... optional) {
    return new Conditions(this, ForkedStep.NO_STEPS, ForkedStep.of(optional));
  }

  @Override
  public <T> Optional<T> skip(StepInfo step) {
    life.throwIfFailed();
    StepKey key = requested(step);
    skipped(key);
    return Optional.empty();
  }

  @Override
  public <T> Forked<T> absent(StepInfo step) {
    skip(step);
    return schedule().absent(step);
  }

  @Override
  public <T> T result(T value) {
    life.throwIfFailed();
    if (schedule != null) {
      schedule.awaitNeeded(entryPoint.also());
    }
    life.done();
    settle();
    return value;
  }

  @Override
  public void finish() {
    life.throwIfFailed();
    if (schedule != null) {
      schedule.awaitAll();
    }
    life.done();
    settle();
  }

  private void settle() {
    life.drain();
    if (schedule != null) {
      schedule.reportUnstarted();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      life.close(schedule);
    }
  }

  // ---------------------------------------------------------------- for Conditions

  <T> Forked<T> fork(
      StepInfo step,
      StepBody<?> body,
      boolean optional,
      ForkedStep<?>[] required,
      ForkedStep<?>[] settled) {
    Schedule schedule = schedule();
    ForkedStep<T> forked =
        new ForkedStep<>(schedule, step, life.key(step), body, optional, required, settled);
    schedule.add(forked);
    return forked;
  }

  /** Waits for inputs; false if one that is required is absent. */
  boolean await(ForkedStep<?>[] required, ForkedStep<?>[] settled) {
    return schedule().await(new Targets(required, settled));
  }

  @Nullable StepKey requested(StepInfo step) {
    StepKey key = life.key(step);
    RunEvents events = life.events();
    if (events != null && key != null) {
      events.requested(key);
    }
    return key;
  }

  void skipped(@Nullable StepKey key) {
    RunEvents events = life.events();
    if (events != null && key != null) {
      events.skipped(key);
    }
  }

  void cancelled(@Nullable StepKey key) {
    RunEvents events = life.events();
    if (events != null && key != null) {
      events.cancelled(key, System.nanoTime());
    }
  }

  static StepBody<Object> body(StepAction action) {
    return step -> {
      action.run(step);
      return ForkedStep.DONE;
    };
  }

  /** Runs a step here and now, whatever it waited for. */
  Object spine(StepInfo step, @Nullable StepKey key, StepBody<?> body) {
    life.throwIfFailed();
    RunEvents events = life.events();
    if (events != null && key != null) {
      events.requested(key);
    }
    return ready(step, key, body);
  }

  /** Runs a step that the listeners know of already. */
  Object ready(StepInfo step, @Nullable StepKey key, StepBody<?> body) {
    RunEvents events = life.events();
    if (events != null && key != null) {
      events.ready(key);
    }
    StepRun run = new StepRun(life, step, key, StepRun.Place.CALLER);
    if (!life.enter(run)) {
      cancelled(key);
      throw life.thrown();
    }
    run.execute(body);
    life.throwIfFailed();
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

  private Schedule schedule() {
    Schedule present = schedule;
    if (present == null) {
      present = new Schedule(life);
      schedule = present;
    }
    return present;
  }
}
