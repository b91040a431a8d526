package io.stepwright.runtime;

import io.stepwright.runtime.ForkedStep.State;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts the forked steps of a run as soon as their inputs are there.
 *
 * <p>The thread that settles the last input of a step runs that step; if it made several ready it
 * runs one and has threads started for the others. No forked step ever waits on another. A caller
 * that must wait first claims what it waits for, or a ready ancestor of it: the run goes on even if
 * the executor never runs a task. Made by the first fork; used by the caller and by workers, under
 * the run's lock.
 */
final class Schedule {

  private final RunLife life;
  private final List<ForkedStep<?>> steps = new ArrayList<>();
  private final Claims claims;

  Schedule(RunLife life) {
    this.life = life;
    this.claims = new Claims(life);
  }

  // ---------------------------------------------------------------- forks

  /** Adds a step, and starts it if its inputs are there already. */
  void add(ForkedStep<?> step) {
    RunEvents events = life.events();
    if (events != null && step.key() != null) {
      events.requested(step.key());
    }
    Settled settled = new Settled();
    life.lock.lock();
    try {
      steps.add(step);
      if (life.isOver()) {
        return;
      }
      StepInputs.connect(step);
      if (step.state == State.ABSENT) {
        settled.skipped(step);
      } else if (step.pending == 0) {
        settled.ready(step);
      }
    } finally {
      life.lock.unlock();
    }
    proceed(settled, Targets.NONE, false);
  }

  /** A step that is absent from the start; the listeners know already. */
  <T> ForkedStep<T> absent(StepInfo step) {
    ForkedStep<T> absent =
        new ForkedStep<>(
            this,
            step,
            null,
            unused -> Optional.empty(),
            true,
            ForkedStep.NO_STEPS,
            ForkedStep.NO_STEPS);
    absent.state = State.ABSENT;
    return absent;
  }

  // ---------------------------------------------------------------- work

  /** Runs a step and what it makes ready, on a thread of the executor. */
  void work(ForkedStep<?> first) {
    life.lock.lock();
    try {
      if (!claims.claim(first)) {
        return;
      }
      life.workerEntered();
    } finally {
      life.lock.unlock();
    }
    StepThreads threads = life.engine().threads();
    @Nullable ForkedStep<?> step = first;
    try {
      while (step != null) {
        threads.enter(life.agent(), step.info().name(), life.contextLoader());
        step = run(step, StepRun.Place.WORKER, Targets.NONE);
      }
    } catch (Throwable e) {
      // Only a lack of memory gets here. The caller must not wait for ever for this step.
      life.fail(broken(step == null ? first : step, e), false);
    } finally {
      threads.leave();
      life.workerLeft();
    }
  }

  /**
   * Runs a claimed step.
   *
   * @param targets what the calling thread waits for; on a thread of the executor nothing
   * @return a further step that was claimed for the calling thread, or null
   */
  private @Nullable ForkedStep<?> run(ForkedStep<?> step, StepRun.Place place, Targets targets) {
    StepEnd end = place == StepRun.Place.WORKER ? inContext(step) : execute(step, place, null);
    Settled settled = new Settled();
    life.lock.lock();
    try {
      step.run = null;
      if (end == StepEnd.VALUE || end == StepEnd.ABSENT) {
        step.state = end == StepEnd.VALUE ? State.VALUE : State.ABSENT;
        if (!life.isOver() && StepInputs.propagate(step, settled)) {
          life.changed.signalAll();
        }
      } else {
        step.state = State.STOPPED;
      }
      if (step.awaited) {
        life.changed.signalAll();
      }
    } finally {
      life.lock.unlock();
    }
    return proceed(settled, targets, place == StepRun.Place.WORKER);
  }

  private StepEnd inContext(ForkedStep<?> step) {
    Contexts contexts = life.contexts();
    var scopes = Contexts.NOTHING;
    Throwable broken = null;
    try {
      scopes = contexts.restore();
    } catch (Throwable e) {
      broken = e;
    }
    try {
      return execute(step, StepRun.Place.WORKER, broken);
    } finally {
      contexts.close(scopes);
    }
  }

  private StepEnd execute(
      ForkedStep<?> step, StepRun.Place place, @Nullable Throwable brokenContext) {
    StepRun run = new StepRun(life, step.info(), step.key(), place);
    life.lock.lock();
    try {
      if (step.notNeeded || !life.enter(run)) {
        return StepEnd.CANCELLED;
      }
      step.run = run;
      step.begun = true;
    } finally {
      life.lock.unlock();
    }
    StepEnd end = brokenContext == null ? run.execute(step.body()) : run.abort(brokenContext);
    if (end == StepEnd.VALUE) {
      step.value = StepValue.of(run.value());
    }
    return end;
  }

  /**
   * Tells the listeners what was settled, claims one ready step for the calling thread and has
   * threads started for the others.
   */
  private @Nullable ForkedStep<?> proceed(Settled settled, Targets targets, boolean worker) {
    if (settled.isEmpty()) {
      return null;
    }
    RunEvents events = life.events();
    if (events != null) {
      settled.emit(events);
    }
    ForkedStep<?> mine = null;
    life.lock.lock();
    try {
      for (ForkedStep<?> step : settled.ready) {
        if (step.state == State.WAITING) {
          step.state = State.READY;
        }
      }
      if (worker) {
        for (ForkedStep<?> step : settled.ready) {
          if (mine == null && claims.claim(step)) {
            mine = step;
          }
        }
      } else if (!life.isOver()) {
        mine = claims.claimFor(targets);
      }
      if (settled.ready.size() > (mine == null ? 0 : 1)) {
        life.changed.signalAll();
      }
    } finally {
      life.lock.unlock();
    }
    for (ForkedStep<?> step : settled.ready) {
      if (step != mine) {
        dispatch(step);
      }
    }
    return mine;
  }

  private void dispatch(ForkedStep<?> step) {
    try {
      life.engine().threads().execute(step);
    } catch (Throwable e) {
      life.fail(broken(step, e), false);
    }
  }

  private static StepFailedException broken(ForkedStep<?> step, Throwable cause) {
    return new StepFailedException(
        step.info().agent().name(),
        step.info().name(),
        Messages.refused(step.info(), cause),
        cause);
  }

  // ---------------------------------------------------------------- the caller

  void await(ForkedStep<?> target) {
    await(new Targets(new ForkedStep<?>[] {target}, ForkedStep.NO_STEPS));
  }

  /**
   * Waits on the caller's thread until required steps have values and others have ended, or a
   * required one is absent.
   *
   * @return false if a required step is absent
   */
  boolean await(Targets targets) {
    @Nullable ForkedStep<?> mine = null;
    boolean interrupted = false;
    while (true) {
      if (interrupted) {
        Thread.currentThread().interrupt();
        life.cancel(Interruptions.OF_CALLER);
      }
      life.throwIfFailed();
      if (mine != null) {
        mine = run(mine, StepRun.Place.CALLER, targets);
        continue;
      }
      life.lock.lock();
      try {
        if (life.isOver()) {
          throw life.thrown();
        }
        if (targets.areAbsent()) {
          return false;
        }
        if (targets.areSettled()) {
          return true;
        }
        mine = claims.claimFor(targets);
        if (mine == null) {
          targets.markAwaited();
          life.changed.await();
        }
      } catch (InterruptedException e) {
        interrupted = true;
      } finally {
        life.lock.unlock();
      }
    }
  }

  // ---------------------------------------------------------------- the end

  /** Waits for every step. */
  void awaitAll() {
    ForkedStep<?>[] all;
    life.lock.lock();
    try {
      all = steps.toArray(ForkedStep.NO_STEPS);
    } finally {
      life.lock.unlock();
    }
    await(new Targets(ForkedStep.NO_STEPS, all));
  }

  /** Stops what the result does not need, and waits for side effects and for the steps named. */
  void awaitNeeded(Set<String> also) {
    List<ForkedStep<?>> waitFor;
    List<StepRun> stop;
    life.lock.lock();
    try {
      waitFor = NeededSteps.mark(steps, also);
      stop = NeededSteps.dropOthers(steps);
    } finally {
      life.lock.unlock();
    }
    for (StepRun run : stop) {
      life.stop(run, Stop.NOT_NEEDED);
    }
    if (!waitFor.isEmpty()) {
      await(new Targets(ForkedStep.NO_STEPS, waitFor.toArray(ForkedStep.NO_STEPS)));
    }
  }

  /** Tells the listeners of steps whose bodies never began. After the run has drained. */
  void reportUnstarted() {
    RunEvents events = life.events();
    if (events == null) {
      return;
    }
    for (ForkedStep<?> step : steps) {
      if (step.key() == null || step.begun || step.isSettled() || step.reported) {
        continue;
      }
      step.reported = true;
      if (step.notNeeded) {
        events.notNeeded(step.key(), life.endNanos());
      } else {
        events.cancelled(step.key(), life.endNanos());
      }
    }
  }
}
