package io.stepwright.runtime;

import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Checks that the events of every run and every step come in the documented order. */
final class ProtocolListener implements RunListener {

  private final Map<RunEvent.RunKey, Map<RunEvent.StepKey, String>> runs =
      new ConcurrentHashMap<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();

  @Override
  public boolean onCallingThread() {
    return true;
  }

  @Override
  public void onEvent(RunEvent event) {
    if (event instanceof RunEvent.RunStarted) {
      runs.put(event.run(), new ConcurrentHashMap<>());
      return;
    }
    Map<RunEvent.StepKey, String> steps = runs.get(event.run());
    if (steps == null) {
      violations.add("outside of its run: " + event);
    } else if (event instanceof RunEvent.ToolEvent ofTool) {
      if (!"started".equals(steps.get(ofTool.step()))) {
        violations.add(event + " outside of its step");
      }
    } else if (event instanceof StepEvent ofStep) {
      checkItems(steps, ofStep);
      steps.compute(ofStep.step(), (key, state) -> next(state == null ? "" : state, ofStep));
    } else {
      steps.forEach(
          (step, state) -> {
            if (!state.equals("ended")) {
              violations.add(step + " is " + state + " at the end of its run");
            }
          });
      runs.remove(event.run());
    }
  }

  private void checkItems(Map<RunEvent.StepKey, String> steps, StepEvent event) {
    String name = event.step().name();
    if (event.step().isItem()
        && event instanceof RunEvent.Requested
        && !"ready".equals(steps.get(new RunEvent.StepKey(name, 0, false)))) {
      violations.add(event + " of a list that is not there");
    }
    if (!event.step().isItem() && event instanceof RunEvent.Finished) {
      steps.forEach(
          (step, state) -> {
            if (step.isItem() && step.name().equals(name) && !state.equals("ended")) {
              violations.add(event + " while " + step + " is " + state);
            }
          });
    }
  }

  private String next(String state, StepEvent event) {
    String from = from(state, event);
    if (state.isEmpty() ? !from.isEmpty() : !from.contains(state)) {
      violations.add(event + " after '" + state + "'");
    }
    return switch (event.getClass().getSimpleName()) {
      case "Requested" -> "requested";
      case "Ready" -> "ready";
      case "Started", "CacheLookedUp", "Attempted" -> "started";
      case "AttemptStarted" -> "attempting";
      default -> "ended";
    };
  }

  private static String from(String state, StepEvent event) {
    if (event instanceof RunEvent.Failed && state.equals("requested")) {
      // A condition, a choice or a list of items threw.
      return state;
    }
    if (event instanceof RunEvent.Finished && state.equals("ready") && !event.step().isItem()) {
      // A fan-out as a whole.
      return state;
    }
    if (event instanceof RunEvent.Attempted) {
      return "attempting";
    }
    return event instanceof RunEvent.Requested
        ? ""
        : event instanceof RunEvent.Ready
            ? "requested"
            : event instanceof RunEvent.Started
                ? "ready"
                : event instanceof RunEvent.Skipped
                    ? "requested"
                    : event instanceof RunEvent.CacheLookedUp
                            || event instanceof RunEvent.AttemptStarted
                            || event instanceof RunEvent.Finished
                            || event instanceof RunEvent.Failed
                        ? "started"
                        : "requested ready started";
  }

  List<String> violations() {
    return violations;
  }

  int openRuns() {
    return runs.size();
  }
}
