package io.stepwright.runtime;

import io.stepwright.runtime.ForkedStep.State;
import org.jspecify.annotations.Nullable;

/** Decides which thread runs a ready step. Guarded by the run's lock. */
final class Claims {

  private final RunLife life;
  private int visit;

  Claims(RunLife life) {
    this.life = life;
  }

  /** Claims a step for the calling thread, if it is ready and nobody else has. */
  boolean claim(ForkedStep<?> step) {
    if (step.state != State.READY || life.isOver()) {
      return false;
    }
    step.state = State.RUNNING;
    return true;
  }

  /**
   * Claims a ready step for the thread that waits for the targets.
   *
   * <p>Only a step that must end before the wait can: an ancestor may become needless when another
   * input turns out to be absent, and the caller would be stuck in it. With threads of our own
   * another thread is about to run such a step. A foreign executor may have none, so there any
   * ancestor will do.
   */
  @Nullable ForkedStep<?> claimFor(Targets targets) {
    visit++;
    ForkedStep<?> found = claimAmong(targets.required(), targets.settled(), false);
    if (found == null && !life.engine().threads().areOwn()) {
      visit++;
      found = claimAmong(targets.required(), targets.settled(), true);
    }
    return found;
  }

  private @Nullable ForkedStep<?> claimAmong(
      ForkedStep<?>[] required, ForkedStep<?>[] settled, boolean any) {
    int absentable = Targets.absentable(required);
    for (ForkedStep<?> step : required) {
      if (any || absentable == 0 || (absentable == 1 && step.mayBeAbsent)) {
        ForkedStep<?> found = claimItOrAncestor(step, any);
        if (found != null) {
          return found;
        }
      }
    }
    for (ForkedStep<?> step : settled) {
      if (any || absentable == 0) {
        ForkedStep<?> found = claimItOrAncestor(step, any);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable ForkedStep<?> claimItOrAncestor(ForkedStep<?> step, boolean any) {
    if (step.visit == visit || step.isSettled()) {
      return null;
    }
    step.visit = visit;
    if (claim(step)) {
      return step;
    }
    return step.state == State.WAITING ? claimAmong(step.required, step.settled, any) : null;
  }
}
