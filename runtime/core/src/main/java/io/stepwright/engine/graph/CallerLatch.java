package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** A latch for the inputs of a step that the caller thread waits for and then runs itself. */
public final class CallerLatch extends Node<Void> {

  public CallerLatch(Awaiter awaiter, StepInfo info, @Nullable StepKey key) {
    super(awaiter, info, key);
  }

  @Override
  public void inputsReady(Effects effects) {
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
  public boolean isReported() {
    return reported || state == State.ABSENT;
  }
}
