package io.stepwright.runtime;

import io.stepwright.runtime.ForkedStep.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which steps must end although the result is there. Under the run's lock. */
final class NeededSteps {

  private NeededSteps() {}

  /**
   * Marks side effects, steps that were named, and what they wait for; returns those to wait for.
   */
  static List<ForkedStep<?>> mark(List<ForkedStep<?>> steps, Set<String> also) {
    List<ForkedStep<?>> waitFor = new ArrayList<>(0);
    for (ForkedStep<?> step : steps) {
      if (!step.isSettled() && (step.info().sideEffect() || also.contains(step.info().name()))) {
        waitFor.add(step);
        need(step);
      }
    }
    return waitFor;
  }

  /** Takes the others out of the run; returns the bodies that are to be stopped. */
  static List<StepRun> dropOthers(List<ForkedStep<?>> steps) {
    List<StepRun> stop = new ArrayList<>(0);
    for (ForkedStep<?> step : steps) {
      if (step.needed || step.isSettled()) {
        continue;
      }
      step.notNeeded = true;
      if (step.run != null) {
        stop.add(step.run);
      } else if (step.state != State.RUNNING) {
        step.state = State.STOPPED;
      }
    }
    return stop;
  }

  private static void need(ForkedStep<?> step) {
    if (step.needed || step.isSettled()) {
      return;
    }
    step.needed = true;
    for (ForkedStep<?> input : step.required) {
      need(input);
    }
    for (ForkedStep<?> input : step.settled) {
      need(input);
    }
  }
}
