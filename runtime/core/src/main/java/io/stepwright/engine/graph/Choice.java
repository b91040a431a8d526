package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** A step with several alternatives. It settles as the chosen alternative does. */
public final class Choice<T> extends Node<T> {

  private @Nullable Decision decision;
  private @Nullable Node<?> branch;

  public Choice(Awaiter awaiter, StepInfo info, @Nullable StepKey key) {
    super(awaiter, info, key);
    // The alternatives are not known in advance.
    this.mayBeAbsent = true;
  }

  public void decidedBy(Decision decision) {
    this.decision = decision;
    this.required = new Node<?>[] {decision};
  }

  /**
   * Returns the decision that must settle before the alternative is known, or null if it is known.
   */
  @Nullable Decision undecided() {
    return branch == null && state == State.WAITING ? decision : null;
  }

  @Override
  public void inputsReady(Effects effects) {
    if (decision != null && branch == null) {
      follow(decision.branch(), effects);
    } else if (branch != null) {
      value = branch.value;
      state = branch.state;
      effects.ended(this);
    }
  }

  /** Waits for the chosen alternative from here on; its own execution emits the events. */
  private void follow(Node<?> chosen, Effects effects) {
    branch = chosen;
    reported = true;
    settled = new Node<?>[] {chosen};
    pending = 1;
    chosen.addSettledFor(this);
    effects.joined(chosen);
    if (needed) {
      NeededSteps.need(chosen);
    }
    StepInputs.connect(chosen, effects);
  }
}
