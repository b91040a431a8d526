package io.stepwright.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.engine.graph.Awaiter;
import io.stepwright.engine.graph.Node;
import io.stepwright.engine.graph.StepGraph;
import io.stepwright.engine.graph.Targets;
import io.stepwright.engine.graph.Work;
import io.stepwright.engine.message.Interruptions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The waits of a run's caller, which runs ready steps itself meanwhile. For the caller thread. */
public final class Waits implements Awaiter {

  private final RunLife life;
  private final RunState state;

  @GuardedBy("state.lock")
  private final StepGraph graph;

  private final Workers workers;

  Waits(RunLife life, StepGraph graph, Workers workers) {
    this.life = life;
    this.state = life.state();
    this.graph = graph;
    this.workers = workers;
  }

  @Override
  public boolean await(Node<?> target) {
    await(new Targets(new Node<?>[] {target}, Node.NONE));
    return target.hasValue();
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
        mine = graph.claimFor(targets);
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

  /** Waits until every step is settled. */
  void awaitAll() {
    await(new Targets(Node.NONE, all()));
  }

  private Node<?>[] all() {
    state.lock.lock();
    try {
      return graph.nodes().toArray(Node.NONE);
    } finally {
      state.lock.unlock();
    }
  }

  /**
   * Stops the steps that the result does not need, and waits for side effects and for the named
   * steps.
   */
  void awaitNeeded(Set<String> also) {
    boolean decided = false;
    while (!decided) {
      StepGraph.Needed needed;
      List<Body> stop;
      state.lock.lock();
      try {
        needed = graph.need(also);
        stop = needed.decided() ? state.notNeeded() : List.of();
      } finally {
        state.lock.unlock();
      }
      for (Body body : stop) {
        state.stop(body, StopReason.NOT_NEEDED);
      }
      if (!needed.nodes().isEmpty()) {
        await(new Targets(Node.NONE, needed.nodes().toArray(Node.NONE)));
      }
      decided = needed.decided();
    }
  }
}
