package io.stepwright.engine.graph;

import io.stepwright.engine.graph.Node.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the steps that must end although the result is available. */
final class NeededSteps {

  private NeededSteps() {}

  /** Marks side effects, named steps and their inputs as needed. Returns the steps to wait for. */
  static List<Node<?>> mark(List<Node<?>> steps, Set<String> also) {
    List<Node<?>> waitFor = new ArrayList<>(0);
    for (Node<?> step : steps) {
      if (!step.isSettled() && (step.info().sideEffect() || also.contains(step.info().name()))) {
        waitFor.add(step);
        need(step);
      }
    }
    return waitFor;
  }

  /**
   * Returns the needed choices that are not made yet. The inputs of their alternatives are not
   * known, so nothing may be dropped before.
   */
  static List<Node<?>> undecided(List<Node<?>> steps) {
    List<Node<?>> undecided = new ArrayList<>(0);
    for (Node<?> step : steps) {
      Node<?> decision = step instanceof Choice<?> choice ? choice.undecided() : null;
      if (step.needed && decision != null) {
        undecided.add(decision);
      }
    }
    return undecided;
  }

  /** Drops all other steps from the run. */
  static void dropOthers(List<Node<?>> steps) {
    for (Node<?> step : steps) {
      if (!step.needed && !step.isSettled()) {
        step.notNeeded = true;
        if (step.state != State.RUNNING) {
          step.state = State.STOPPED;
        }
      }
    }
  }

  /** Marks a step and its inputs as needed. */
  static void need(Node<?> step) {
    if (step.needed || step.isSettled()) {
      return;
    }
    step.needed = true;
    for (Node<?> input : step.required) {
      need(input);
    }
    for (Node<?> input : step.settled) {
      need(input);
    }
  }
}
