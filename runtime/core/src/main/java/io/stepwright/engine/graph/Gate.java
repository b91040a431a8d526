package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** The inputs of a step that the caller waits for, to run the step itself. */
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

  /** The step itself tells the listeners from here on. */
  public void begun() {
    reported = true;
  }

  /** That the step may start is not its end. */
  @Override
  public boolean isTold() {
    return reported || state == State.ABSENT;
  }
}
