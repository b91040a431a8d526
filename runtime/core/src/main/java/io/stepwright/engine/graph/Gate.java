package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** A latch for the inputs of a step that the caller thread waits for and then runs itself. */
public final class Gate extends Node<Void> {

  public Gate(Awaiter awaiter, StepInfo info, @Nullable StepKey key) {
    super(awaiter, info, key);
  }

  @Override
  public void inputsThere(Effects effects) {
    value = DONE;
    state = State.VALUE;
    effects.ended(this);
  }

  /** Records that the execution of the step emits its events from now on. */
  public void begun() {
    reported = true;
  }

  /** A value means only that the step may start, not that it has ended. */
  @Override
  public boolean isTold() {
    return reported || state == State.ABSENT;
  }
}
