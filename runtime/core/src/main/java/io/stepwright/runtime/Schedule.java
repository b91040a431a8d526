package io.stepwright.runtime;

import io.stepwright.runtime.Node.State;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * The graph of the forked steps of a run, each of which starts as soon as its inputs are there.
 *
 * <p>The thread that settles the last input of a step runs that step; if it made several ready it
 * runs one and has threads started for the others. No forked step ever waits on another. A caller
 * that must wait first claims what it waits for, or a ready ancestor of it: the run goes on even if
 * the executor never runs a task. Made by the first fork; used by the caller and by workers, under
 * the run's lock.
 */
final class Schedule {

  private final RunLife life;
  private final List<Node<?>> steps = new ArrayList<>();
  private final Workers workers;
  private final Waits waits;

  Schedule(RunLife life) {
    this.life = life;
    Claims claims = new Claims(life);
    this.workers = new Workers(life, this, claims);
    this.waits = new Waits(life, steps, workers, claims);
  }

  Workers workers() {
    return workers;
  }

  Waits waits() {
    return waits;
  }

  /** Adds a step, and starts it if its inputs are there already. */
  void add(Node<?> step) {
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
      StepInputs.connect(step, settled);
      StepInputs.propagate(settled);
    } finally {
      life.lock.unlock();
    }
    workers.proceed(settled, Targets.NONE, false);
  }

  /** Adds the arm of a choice, which the listeners know of. Under the lock of the run. */
  void join(Node<?> arm) {
    steps.add(arm);
  }

  /** A step that is absent from the start; the listeners know already. */
  <T> Node<T> absent(StepInfo step) {
    Node<T> absent = new Absent<>(this, step, null, "");
    absent.state = State.ABSENT;
    return absent;
  }

  /** Like {@link #absent} for a fan-out. */
  <T> AbsentEach<T> absentEach(StepInfo step) {
    return new AbsentEach<>(this, step);
  }

  /**
   * Evaluates the parts of steps that can be, and what follows of them.
   *
   * @param worker whether the calling thread is not the caller's, and lacks its context
   */
  void evaluate(Settled settled, boolean worker) {
    for (InlineNode part = settled.nextToEvaluate();
        part != null;
        part = settled.nextToEvaluate()) {
      if (isWanted(part)) {
        evaluateOne(part, settled, worker);
      }
    }
  }

  private boolean isWanted(InlineNode part) {
    life.lock.lock();
    try {
      return !life.isOver() && part.isWanted();
    } finally {
      life.lock.unlock();
    }
  }

  private void evaluateOne(InlineNode part, Settled settled, boolean worker) {
    boolean holds;
    try {
      holds = worker ? inContext(part) : part.evaluate();
    } catch (Throwable e) {
      failed(part, e);
      return;
    }
    life.lock.lock();
    try {
      part.state = holds ? State.VALUE : State.ABSENT;
      if (!life.isOver()) {
        settled.ended(part);
        StepInputs.propagate(settled);
        if (settled.isAwaited()) {
          life.changed.signalAll();
        }
      }
    } finally {
      life.lock.unlock();
    }
  }

  private boolean inContext(InlineNode part) {
    Contexts contexts = life.contexts();
    var scopes = contexts.restore();
    try {
      return part.evaluate();
    } finally {
      contexts.close(scopes);
    }
  }

  private void failed(InlineNode part, Throwable thrown) {
    StepInfo info = part.info();
    AgentException failure =
        thrown instanceof AgentException own && info.name().equals(own.step())
            ? own
            : new StepFailedException(
                info.agent().name(), info.name(), Messages.failed(part.name(info), thrown), thrown);
    boolean tell;
    boolean notNeeded;
    Node<?> owner = part.owner;
    life.lock.lock();
    try {
      notNeeded = owner.notNeeded;
      tell = !life.isOver() && part.isWanted() && !owner.reported;
      if (tell) {
        owner.state = State.STOPPED;
        owner.reported = true;
      }
    } finally {
      life.lock.unlock();
    }
    if (notNeeded) {
      StepEnd.logNotNeeded(failure);
      return;
    }
    life.fail(failure, false);
    RunEvents events = life.events();
    StepKey key = owner.key();
    if (tell && events != null && key != null) {
      events.failed(key, failure);
    }
  }

  /** Tells the listeners of steps whose bodies never began. After the run has drained. */
  void reportUnstarted() {
    RunEvents events = life.events();
    if (events == null) {
      return;
    }
    for (Node<?> step : steps) {
      StepKey key = step.key();
      if (key == null || step.isTold()) {
        continue;
      }
      step.reported = true;
      if (step.notNeeded) {
        events.notNeeded(key, life.endNanos());
      } else {
        events.cancelled(key, life.endNanos());
      }
    }
  }
}
