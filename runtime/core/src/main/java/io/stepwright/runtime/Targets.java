package io.stepwright.runtime;

import io.stepwright.runtime.ForkedStep.State;

/** What a thread waits for: values of some steps and the end of others. */
final class Targets {

  static final Targets NONE = new Targets(ForkedStep.NO_STEPS, ForkedStep.NO_STEPS);

  private final ForkedStep<?>[] required;
  private final ForkedStep<?>[] settled;

  /**
   * Values of the required steps, of which one that is absent ends it all; the end of the others.
   */
  Targets(ForkedStep<?>[] required, ForkedStep<?>[] settled) {
    this.required = required;
    this.settled = settled;
  }

  ForkedStep<?>[] required() {
    return required;
  }

  ForkedStep<?>[] settled() {
    return settled;
  }

  boolean areSettled() {
    return allSettled(required) && allSettled(settled);
  }

  boolean areAbsent() {
    for (ForkedStep<?> step : required) {
      if (step.state == State.ABSENT) {
        return true;
      }
    }
    return false;
  }

  void markAwaited() {
    for (ForkedStep<?> step : required) {
      step.awaited = true;
    }
    for (ForkedStep<?> step : settled) {
      step.awaited = true;
    }
  }

  /** How many of the required steps may still turn out to be absent. */
  static int absentable(ForkedStep<?>[] required) {
    int count = 0;
    for (ForkedStep<?> step : required) {
      if (!step.isSettled() && step.mayBeAbsent) {
        count++;
      }
    }
    return count;
  }

  private static boolean allSettled(ForkedStep<?>[] steps) {
    for (ForkedStep<?> step : steps) {
      if (!step.isSettled()) {
        return false;
      }
    }
    return true;
  }
}
