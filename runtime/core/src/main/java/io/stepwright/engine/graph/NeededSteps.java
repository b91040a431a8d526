package io.stepwright.engine.graph;

import io.stepwright.engine.graph.Node.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the steps that must end although the result is there. */
final class NeededSteps {

  private NeededSteps() {}

  /**
   * Marks side effects, steps that were named, and what they wait for; returns those to wait for.
   */
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
   * Choices that are needed and not made yet: what their arms need is not known, so nothing may be
   * dropped before they are.
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

  /** Takes the others out of the run. */
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

  /** Takes a step and what it waits for out of what may be dropped. */
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
