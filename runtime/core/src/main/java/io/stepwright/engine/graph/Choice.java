package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** One of several alternatives of a step: settles as the one does that was chosen. */
public final class Choice<T> extends Node<T> {

  private @Nullable Decision decision;
  private @Nullable Node<?> arm;

  public Choice(Awaiter awaiter, StepInfo info, @Nullable StepKey key) {
    super(awaiter, info, key);
    // What the arms will be is not known yet.
    this.mayBeAbsent = true;
  }

  public void decidedBy(Decision decision) {
    this.decision = decision;
    this.required = new Node<?>[] {decision};
  }

  /** What must be settled before its arm is known; null if that is known. */
  @Nullable Decision undecided() {
    return arm == null && state == State.WAITING ? decision : null;
  }

  @Override
  public void inputsThere(Effects effects) {
    if (decision != null && arm == null) {
      follow(decision.arm(), effects);
    } else if (arm != null) {
      value = arm.value;
      state = arm.state;
      effects.ended(this);
    }
  }

  /** The arm is known: this waits for it from here on, and the arm tells the listeners. */
  private void follow(Node<?> chosen, Effects effects) {
    arm = chosen;
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
