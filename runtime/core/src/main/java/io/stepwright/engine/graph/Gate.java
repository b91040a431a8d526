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
  public void inputsThere(Settled settled) {
    value = DONE;
    state = State.VALUE;
    settled.ended(this);
  }

  /** That the step may start is not its end. */
  @Override
  public boolean isTold() {
    return reported || state == State.ABSENT;
  }
}
