package io.stepwright.engine;

import io.stepwright.engine.graph.Awaiter;
import io.stepwright.engine.graph.Claims;
import io.stepwright.engine.graph.NeededSteps;
import io.stepwright.engine.graph.Node;
import io.stepwright.engine.graph.Node.State;
import io.stepwright.engine.graph.Targets;
import io.stepwright.engine.graph.Work;
import io.stepwright.engine.message.Interruptions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the caller of a run waits for, helping with it. For the caller's thread. */
public final class Waits implements Awaiter {

  private final RunLife life;
  private final RunState state;
  private final List<Node<?>> steps;
  private final Workers workers;
  private final Claims claims;

  /**
   * Waits.
   *
   * @param steps the steps of the run, under its lock
   */
  Waits(RunLife life, List<Node<?>> steps, Workers workers, Claims claims) {
    this.life = life;
    this.state = life.state();
    this.steps = steps;
    this.workers = workers;
    this.claims = claims;
  }

  @Override
  public boolean await(Node<?> target) {
    await(new Targets(new Node<?>[] {target}, Node.NONE));
    return target.state == State.VALUE;
  }

  /** Waits until all targets are settled. */
  private void await(Targets targets) {
    @Nullable Work mine = null;
    boolean interrupted = false;
    while (true) {
      if (interrupted) {
        Thread.currentThread().interrupt();
        life.cancel(Interruptions.OF_CALLER);
      }
      state.throwIfFailed();
      if (mine != null) {
        mine = workers.run(mine, StepRun.Place.CALLER, targets);
        continue;
      }
      state.lock.lock();
      try {
        if (state.isOver()) {
          throw life.thrown();
        }
        if (targets.areSettled()) {
          return;
        }
        mine = claims.claimFor(targets);
        if (mine == null) {
          targets.markAwaited();
          state.await();
        }
      } catch (InterruptedException e) {
        interrupted = true;
      } finally {
        state.lock.unlock();
      }
    }
  }

  /** Waits for every step. */
  void awaitAll() {
    await(new Targets(Node.NONE, all()));
  }

  private Node<?>[] all() {
    state.lock.lock();
    try {
      return steps.toArray(Node.NONE);
    } finally {
      state.lock.unlock();
    }
  }

  /** Stops what the result does not need, and waits for side effects and for the steps named. */
  void awaitNeeded(Set<String> also) {
    while (true) {
      List<Node<?>> waitFor;
      List<Node<?>> undecided;
      List<Body> stop = List.of();
      state.lock.lock();
      try {
        waitFor = NeededSteps.mark(steps, also);
        undecided = NeededSteps.undecided(steps);
        if (undecided.isEmpty()) {
          NeededSteps.dropOthers(steps);
          stop = state.notNeeded();
        }
      } finally {
        state.lock.unlock();
      }
      for (Body run : stop) {
        state.stop(run, Stop.NOT_NEEDED);
      }
      awaitEnd(undecided.isEmpty() ? waitFor : undecided);
      if (undecided.isEmpty()) {
        return;
      }
    }
  }

  private void awaitEnd(List<Node<?>> nodes) {
    if (!nodes.isEmpty()) {
      await(new Targets(Node.NONE, nodes.toArray(Node.NONE)));
    }
  }
}
