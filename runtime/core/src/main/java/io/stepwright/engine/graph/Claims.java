package io.stepwright.engine.graph;

import io.stepwright.engine.graph.Node.State;
import org.jspecify.annotations.Nullable;

/** Decides which thread runs a ready step. Guarded by the run's lock. */
final class Claims {

  private final boolean ownThreads;
  private int visit;

  /**
   * Makes the claims of one run.
   *
   * @param ownThreads true if every step that is ready gets a thread at once
   */
  Claims(boolean ownThreads) {
    this.ownThreads = ownThreads;
  }

  /**
   * Claims a ready step for the thread that waits for the targets.
   *
   * <p>The step must be one that has to end before the wait can. Other ancestors may become
   * unnecessary when another input turns out to be absent, and would block the caller. With threads
   * of our own, another thread is about to run such an ancestor. A foreign executor may have no
   * free thread, so any ancestor is claimed then.
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
    // A fan-out that is READY may still wait for items of another one.
    return step.state == State.WAITING || step.state == State.READY
        ? claimAmong(step.required, step.settled, any)
        : null;
  }
}
