package io.stepwright.engine.graph;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** A step that runs once. */
public final class ForkedStep<T> extends Claimable<T> implements Work {

  private final StepBody<?> body;

  /** True once claimed. Volatile, so that threads that begin late need no lock. */
  private volatile boolean taken;

  /**
   * Makes a step.
   *
   * @param optional true if it decides its own absence
   */
  public ForkedStep(
      Awaiter awaiter, StepInfo info, @Nullable StepKey key, StepBody<?> body, boolean optional) {
    super(awaiter, info, key);
    this.body = body;
    this.mayBeAbsent = optional;
  }

  @Override
  public void inputsReady(Effects effects) {
    effects.ready(this);
  }

  @Override
  public @Nullable Work claim() {
    if (!hasWork()) {
      return null;
    }
    state = State.RUNNING;
    taken = true;
    return this;
  }

  @Override
  public boolean hasWork() {
    return state == State.READY;
  }

  @Override
  public boolean isTaken() {
    return taken;
  }

  @Override
  public int startThreads(int most) {
    return hasWork() ? 1 : 0;
  }

  @Override
  public boolean hasThreadsComing() {
    return false;
  }

  @Override
  public void threadComes() {}

  @Override
  public void threadArrived() {}

  @Override
  public Node<?> node() {
    return this;
  }

  @Override
  public int item() {
    return StepKey.NO_ITEM;
  }

  @Override
  public @Nullable StepKey key() {
    return super.key();
  }

  @Override
  public StepBody<?> body() {
    return body;
  }

  @Override
  public void begun() {
    reported = true;
  }

  @Override
  public void ended(Outcome outcome, Effects effects) {
    Object returned = outcome.value();
    if (returned == null) {
      state = State.STOPPED;
      return;
    }
    value = StepValue.of(returned);
    state = value == null ? State.ABSENT : State.VALUE;
    effects.ended(this);
  }
}
