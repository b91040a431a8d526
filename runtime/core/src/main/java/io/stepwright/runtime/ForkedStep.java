package io.stepwright.runtime;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A step that runs once. */
final class ForkedStep<T> extends Claimable<T> implements Work {

  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final StepBody<?> body;
  private volatile boolean taken;
  private volatile boolean came;
  private volatile @Nullable Thread awaiting;

  /**
   * A step.
   *
   * @param optional whether it decides its own absence
   */
  ForkedStep(
      Schedule schedule, StepInfo info, @Nullable StepKey key, StepBody<?> body, boolean optional) {
    super(schedule, info, key);
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
    return this;
  }

  @Override
  boolean hasWork() {
    return state == State.READY;
  }

  /** The caller has claimed it, although a thread was started for it. */
  void takenFromThread() {
    taken = true;
  }

  /**
   * Lets a thread that was started for it come and end, if the caller was faster. Only for callers
   * on virtual threads: one that never blocks would else keep its carrier, and threads without work
   * would pile up.
   */
  void letThreadEnd() {
    if (!taken || came) {
      return;
    }
    Thread.yield();
    if (!came) {
      // Carriers prefer callers that have yielded to threads that were just started: step aside.
      // Not for long, because carriers may be held by what waits for this caller.
      awaiting = Thread.currentThread();
      if (!came) {
        LockSupport.parkNanos(this, LONGEST_WAIT_NANOS);
      }
      awaiting = null;
    }
  }

  @Override
  public void run() {
    if (taken) {
      // Not even the lock of the run is needed.
      threadFoundNothing();
    } else {
      super.run();
    }
  }

  @Override
  void threadFoundNothing() {
    came = true;
    // Of no effect without a thread.
    LockSupport.unpark(awaiting);
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
  public void ended(StepEnd end, @Nullable Object returned, boolean live, Settled settled) {
    switch (end) {
      case VALUE -> {
        value = StepValue.of(returned);
        state = State.VALUE;
      }
      case ABSENT -> state = State.ABSENT;
      default -> state = State.STOPPED;
    }
    if (isSettled() && live) {
      settled.ended(this);
    }
  }
}
