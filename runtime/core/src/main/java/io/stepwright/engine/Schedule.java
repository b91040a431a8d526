package io.stepwright.engine;

import io.stepwright.engine.graph.Absent;
import io.stepwright.engine.graph.AbsentEach;
import io.stepwright.engine.graph.Claims;
import io.stepwright.engine.graph.InlineNode;
import io.stepwright.engine.graph.Node;
import io.stepwright.engine.graph.Node.State;
import io.stepwright.engine.graph.Settled;
import io.stepwright.engine.graph.StepInputs;
import io.stepwright.engine.graph.Targets;
import io.stepwright.engine.message.Messages;
import io.stepwright.event.RunEvents;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.StepFailedException;
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
  private final RunState state;
  private final List<Node<?>> steps = new ArrayList<>();
  private final Workers workers;
  private final Waits waits;

  Schedule(RunLife life) {
    this.life = life;
    this.state = life.state();
    Claims claims = new Claims(life.engine().threads().areOwn());
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
    state.lock.lock();
    try {
      steps.add(step);
      if (state.isOver()) {
        return;
      }
      StepInputs.connect(step, settled);
      propagate(settled);
    } finally {
      state.lock.unlock();
    }
    workers.proceed(settled, Targets.NONE, false);
  }

  /** Notes what settled nodes mean for others. Under the lock of the run. */
  void propagate(Settled settled) {
    StepInputs.propagate(settled);
    steps.addAll(settled.takeJoined());
  }

  /** A step that is absent from the start; the listeners know already. */
  <T> Node<T> absent(StepInfo step) {
    Node<T> absent = new Absent<>(waits, step, null, "");
    absent.state = State.ABSENT;
    return absent;
  }

  /** Like {@link #absent} for a fan-out. */
  <T> AbsentEach<T> absentEach(StepInfo step) {
    return new AbsentEach<>(waits, step);
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
    state.lock.lock();
    try {
      return !state.isOver() && part.isWanted();
    } finally {
      state.lock.unlock();
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
    state.lock.lock();
    try {
      part.state = holds ? State.VALUE : State.ABSENT;
      if (!state.isOver()) {
        settled.ended(part);
        propagate(settled);
        if (settled.isAwaited()) {
          state.signal();
        }
      }
    } finally {
      state.lock.unlock();
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
    state.lock.lock();
    try {
      notNeeded = owner.notNeeded;
      tell = !state.isOver() && part.isWanted() && !owner.reported;
      if (tell) {
        owner.state = State.STOPPED;
        owner.reported = true;
      }
    } finally {
      state.lock.unlock();
    }
    if (notNeeded) {
      StepEnd.logNotNeeded(failure);
      return;
    }
    state.fail(failure, false);
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
        events.notNeeded(key, state.endNanos());
      } else {
        events.cancelled(key, state.endNanos());
      }
    }
  }
}
