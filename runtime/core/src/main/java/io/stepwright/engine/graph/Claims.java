package io.stepwright.engine.graph;

import io.stepwright.engine.graph.Node.State;
import org.jspecify.annotations.Nullable;

/** Decides which thread runs a ready step. Guarded by the run's lock. */
final class Claims {

  private final boolean ownThreads;
  private int visit;

  /**
   * Claims of one run.
   *
   * @param ownThreads whether every step that is ready gets a thread at once
   */
  Claims(boolean ownThreads) {
    this.ownThreads = ownThreads;
  }

  /**
   * Claims a ready step for the thread that waits for the targets.
   *
   * <p>Only a step that must end before the wait can: an ancestor may become needless when another
   * input turns out to be absent, and the caller would be stuck in it. With threads of our own
   * another thread is about to run such a step. A foreign executor may have none, so there any
   * ancestor will do.
   */
  @Nullable Work claimFor(Targets targets) {
    visit++;
    Work found = claimAmong(targets.required(), targets.settled(), false);
    if (found == null && !ownThreads) {
      visit++;
      found = claimAmong(targets.required(), targets.settled(), true);
    }
    return found;
  }

  private @Nullable Work claimAmong(Node<?>[] required, Node<?>[] settled, boolean any) {
    int absentable = Targets.absentable(required);
    for (Node<?> step : required) {
      if (any || absentable == 0 || (absentable == 1 && step.mayBeAbsent)) {
        Work found = claimItOrAncestor(step, any);
        if (found != null) {
          return found;
        }
      }
    }
    for (Node<?> step : settled) {
      if (any || absentable == 0) {
        Work found = claimItOrAncestor(step, any);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Work claimItOrAncestor(Node<?> step, boolean any) {
    if (step.visit == visit || step.isSettled()) {
      return null;
    }
    step.visit = visit;
    Work work = step instanceof Claimable<?> claimable ? claimable.claim() : null;
    if (work != null) {
      return work;
    }
    // A fan-out that is ready may still wait for items of another.
    return step.state == State.WAITING || step.state == State.READY
        ? claimAmong(step.required, step.settled, any)
        : null;
  }
}
