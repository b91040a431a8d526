package io.stepwright.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.engine.graph.Effects;
import io.stepwright.engine.graph.InlineNode;
import io.stepwright.engine.graph.Node;
import io.stepwright.engine.graph.StepGraph;
import io.stepwright.engine.graph.Targets;
import io.stepwright.engine.message.Messages;
import io.stepwright.event.RunEvents;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import java.util.List;

/**
 * The forked steps of a run, each of which starts as soon as its inputs are available.
 *
 * <p>The thread that settles the last input of a step runs that step. If it made several steps
 * ready, it runs one and starts threads for the others. A forked step never blocks on another. A
 * caller that must wait first runs the awaited step or a ready ancestor of it, so the run proceeds
 * even if the executor never runs a task. Made by the first fork; used by the caller thread and by
 * workers.
 */
final class RunSchedule {

  private final RunLife life;
  private final RunState state;

  @GuardedBy("state.lock")
  private final StepGraph graph;

  private final Workers workers;
  private final Waits waits;

  RunSchedule(RunLife life) {
    this.life = life;
    this.state = life.state();
    this.graph = new StepGraph(life.engine().threads().areOwn());
    this.workers = new Workers(life, graph, this);
    this.waits = new Waits(life, graph, workers);
  }

  Workers workers() {
    return workers;
  }

  Waits waits() {
    return waits;
  }

  /** Adds a step, and starts it if its inputs are available already. */
  void add(Node<?> step) {
    RunEvents events = life.events();
    if (events != null && step.key() != null) {
      events.requested(step.key());
    }
    Effects effects;
    state.lock.lock();
    try {
      if (state.isOver()) {
        graph.addUnstarted(step);
        return;
      }
      effects = graph.add(step);
    } finally {
      state.lock.unlock();
    }
    workers.proceed(effects, Targets.NONE, false);
  }

  /**
   * Evaluates the conditions, choices and lists that are ready, and those that become ready by
   * that.
   *
   * @param worker true on a worker thread, which lacks the caller's context
   */
  void evaluate(Effects effects, boolean worker) {
    for (InlineNode part = effects.nextToEvaluate();
        part != null;
        part = effects.nextToEvaluate()) {
      if (isWanted(part)) {
        evaluateOne(part, effects, worker);
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

  private void evaluateOne(InlineNode part, Effects effects, boolean worker) {
    boolean holds;
    try {
      holds = worker ? inContext(part) : part.evaluate();
    } catch (Throwable e) {
      failed(part, e);
      return;
    }
    state.lock.lock();
    try {
      if (!state.isOver()) {
        graph.settle(part, holds, effects);
        if (effects.isAwaited()) {
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
    boolean notNeeded;
    boolean tell;
    state.lock.lock();
    try {
      notNeeded = part.owner().isNotNeeded();
      tell = !state.isOver() && graph.stop(part);
    } finally {
      state.lock.unlock();
    }
    if (notNeeded) {
      StepEnd.logNotNeeded(failure);
      return;
    }
    state.fail(failure, false);
    RunEvents events = life.events();
    StepKey key = part.owner().key();
    if (tell && events != null && key != null) {
      events.failed(key, failure);
    }
  }

  /** Emits the last events of steps whose bodies never began. Called after the run has drained. */
  void reportUnstarted() {
    RunEvents events = life.events();
    if (events == null) {
      return;
    }
    List<Node<?>> untold;
    state.lock.lock();
    try {
      untold = graph.takeUnreported();
    } finally {
      state.lock.unlock();
    }
    for (Node<?> step : untold) {
      StepKey key = step.key();
      if (key != null && step.isNotNeeded()) {
        events.notNeeded(key, state.endNanos());
      } else if (key != null) {
        events.cancelled(key, state.endNanos());
      }
    }
  }
}
