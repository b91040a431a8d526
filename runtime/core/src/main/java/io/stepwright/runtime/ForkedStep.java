package io.stepwright.runtime;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/** A step that runs once. */
final class ForkedStep<T> extends Claimable<T> implements Work {

  private final StepBody<?> body;

  /** Whether it was claimed, for threads that come too late and then need no lock. */
  private volatile boolean taken;

  /**
   * A step.
   *
   * @param optional whether it decides its own absence
   */
  ForkedStep(
      Awaiter awaiter, StepInfo info, @Nullable StepKey key, StepBody<?> body, boolean optional) {
    super(awaiter, info, key);
    this.body = body;
    this.mayBeAbsent = optional;
  }

  @Override
  void inputsThere(Settled settled) {
    settled.ready(this);
  }

  @Override
  @Nullable Work claim() {
    if (!hasWork()) {
      return null;
    }
    state = State.RUNNING;
    taken = true;
    return this;
  }

  @Override
  boolean hasWork() {
    return state == State.READY;
  }

  @Override
  boolean isTaken() {
    return taken;
  }

  @Override
  int startThreads(int most) {
    return hasWork() ? 1 : 0;
  }

  @Override
  boolean hasThreadsComing() {
    return false;
  }

  @Override
  void threadComes() {}

  @Override
  void threadArrived() {}

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
  public void ended(Outcome outcome, Settled settled) {
    Object returned = outcome.value();
    if (returned == null) {
      state = State.STOPPED;
      return;
    }
    value = StepValue.of(returned);
    state = value == null ? State.ABSENT : State.VALUE;
    settled.ended(this);
  }
}
