package io.stepwright.runtime;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node of the graph of one run. Its state is guarded by the run's lock. */
final class ForkedStep<T> implements Forked<T>, Runnable {

  static final ForkedStep<?>[] NO_STEPS = {};

  /** The value of a step without a value. */
  static final Object DONE = new Object();

  enum State {
    /** An input is missing. */
    WAITING,
    /** All inputs are there, and nobody has claimed it. */
    READY,
    /** A thread has claimed it. */
    RUNNING,
    VALUE,
    ABSENT,
    /** It has failed, was cancelled or is not needed: it will never have a value. */
    STOPPED
  }

  private final Schedule schedule;
  private final StepInfo info;
  private final @Nullable StepKey key;
  private final StepBody<?> body;
  final ForkedStep<?>[] required;
  final ForkedStep<?>[] settled;

  State state = State.WAITING;
  int pending;
  boolean needed;
  boolean notNeeded;
  boolean mayBeAbsent;
  boolean begun;
  boolean reported;
  boolean awaited;
  int visit;
  @Nullable StepRun run;
  @Nullable Object value;
  @Nullable List<ForkedStep<?>> requiredBy;
  @Nullable List<ForkedStep<?>> settledFor;

  ForkedStep(
      Schedule schedule,
      StepInfo info,
      @Nullable StepKey key,
      StepBody<?> body,
      boolean optional,
      ForkedStep<?>[] required,
      ForkedStep<?>[] settled) {
    this.schedule = schedule;
    this.info = info;
    this.key = key;
    this.body = body;
    this.mayBeAbsent = optional;
    this.required = required;
    this.settled = settled;
  }

  /** The nodes that generated code speaks of as {@code Forked}. */
  static ForkedStep<?>[] of(Forked<?>[] forked) {
    if (forked.length == 0) {
      return NO_STEPS;
    }
    ForkedStep<?>[] steps = new ForkedStep<?>[forked.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (ForkedStep<?>) forked[i];
    }
    return steps;
  }

  StepInfo info() {
    return info;
  }

  @Nullable StepKey key() {
    return key;
  }

  StepBody<?> body() {
    return body;
  }

  boolean isSettled() {
    return state == State.VALUE || state == State.ABSENT;
  }

  void addRequiredBy(ForkedStep<?> step) {
    requiredBy = requiredBy == null ? new ArrayList<>(2) : requiredBy;
    requiredBy.add(step);
  }

  void addSettledFor(ForkedStep<?> step) {
    settledFor = settledFor == null ? new ArrayList<>(2) : settledFor;
    settledFor.add(step);
  }

  /** What an executor runs; of no effect if somebody has claimed the step already. */
  @Override
  public void run() {
    schedule.work(this);
  }

  @Override
  public T get() {
    if (state != State.VALUE) {
      throw notThere();
    }
    return typed();
  }

  @Override
  public Optional<T> getOptional() {
    if (!isSettled()) {
      throw notThere();
    }
    return state == State.VALUE ? Optional.of(typed()) : Optional.empty();
  }

  @Override
  public T join() {
    schedule.await(this);
    return get();
  }

  @Override
  public Optional<T> joinOptional() {
    schedule.await(this);
    return getOptional();
  }

  @SuppressWarnings({"unchecked", "NullAway"})
  private T typed() {
    // A step without a value is a Forked<Void>: null is its only value.
    return value == DONE ? null : (T) value;
  }

  private IllegalStateException notThere() {
    return new IllegalStateException(
        state == State.ABSENT
            ? "%s is absent; it has no value to get.".formatted(Messages.name(info))
            : "%s has not ended yet; what needs its value must come after it."
                .formatted(Messages.name(info)));
  }
}
