package io.stepwright.runtime;

import io.stepwright.runtime.ForkedStep.State;
import java.util.ArrayList;
import java.util.List;

/**
 * What steps wait for, and what it means for others that one has settled. Under the lock of the
 * run.
 */
final class StepInputs {

  private StepInputs() {}

  /** Lets a step wait for its inputs; it is absent at once if one that it needs is. */
  static void connect(ForkedStep<?> step) {
    for (ForkedStep<?> input : step.required) {
      if (input.state == State.ABSENT) {
        step.state = State.ABSENT;
        return;
      }
    }
    for (ForkedStep<?> input : step.required) {
      if (!input.isSettled()) {
        input.addRequiredBy(step);
        step.pending++;
        step.mayBeAbsent |= input.mayBeAbsent;
      }
    }
    for (ForkedStep<?> input : step.settled) {
      if (!input.isSettled()) {
        input.addSettledFor(step);
        step.pending++;
      }
    }
  }

  /**
   * Notes what a settled step means for those that wait for it, and for those that wait for them.
   *
   * @return whether the caller waits for a step that has become absent
   */
  static boolean propagate(ForkedStep<?> step, Settled settled) {
    boolean awaited = false;
    List<ForkedStep<?>> ended = new ArrayList<>(1);
    ended.add(step);
    for (int i = 0; i < ended.size(); i++) {
      ForkedStep<?> input = ended.get(i);
      if (input.requiredBy != null) {
        for (ForkedStep<?> next : input.requiredBy) {
          if (next.state == State.WAITING && input.state == State.ABSENT) {
            next.state = State.ABSENT;
            settled.skipped(next);
            ended.add(next);
            awaited |= next.awaited;
          } else {
            arrived(next, settled);
          }
        }
      }
      if (input.settledFor != null) {
        for (ForkedStep<?> next : input.settledFor) {
          arrived(next, settled);
        }
      }
    }
    return awaited;
  }

  private static void arrived(ForkedStep<?> next, Settled settled) {
    if (next.state == State.WAITING && --next.pending == 0) {
      settled.ready(next);
    }
  }
}
