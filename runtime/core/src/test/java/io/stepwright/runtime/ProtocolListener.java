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
  public void onEvent(RunEvent event) {
    if (event instanceof RunEvent.RunStarted) {
      runs.put(event.run(), new ConcurrentHashMap<>());
      return;
    }
    Map<RunEvent.StepKey, String> steps = runs.get(event.run());
    if (steps == null) {
      violations.add("outside of its run: " + event);
    } else if (event instanceof StepEvent ofStep) {
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

  private String next(String state, StepEvent event) {
    String from =
        event instanceof RunEvent.Requested
            ? ""
            : event instanceof RunEvent.Ready
                ? "requested"
                : event instanceof RunEvent.Started
                    ? "ready"
                    : event instanceof RunEvent.Skipped
                        ? "requested"
                        : event instanceof RunEvent.CacheLookedUp
                                || event instanceof RunEvent.Attempted
                                || event instanceof RunEvent.Finished
                                || event instanceof RunEvent.Failed
                            ? "started"
                            : "requested ready started";
    if (state.isEmpty() ? !from.isEmpty() : !from.contains(state)) {
      violations.add(event + " after '" + state + "'");
    }
    return switch (event.getClass().getSimpleName()) {
      case "Requested" -> "requested";
      case "Ready" -> "ready";
      case "Started", "CacheLookedUp", "Attempted" -> "started";
      default -> "ended";
    };
  }

  List<String> violations() {
    return violations;
  }

  int openRuns() {
    return runs.size();
  }
}
