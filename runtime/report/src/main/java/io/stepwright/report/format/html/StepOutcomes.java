package io.stepwright.report.format.html;

import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.report.Waterfall;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcomes of the steps of a run, each over all its executions. */
final class StepOutcomes {

  private final Map<String, StepReport> worst = new HashMap<>();
  private final Map<String, Integer> executions = new HashMap<>();
  private final Map<String, Long> ends = new HashMap<>();
  private final Map<String, Long> starts = new HashMap<>();

  StepOutcomes(RunReport report) {
    for (StepReport step : report.steps()) {
      if (!step.direct()) {
        worst.merge(step.name(), step, (a, b) -> b.state().compareTo(a.state()) > 0 ? b : a);
        executions.merge(step.name(), 1, Integer::sum);
        starts.merge(step.name(), step.start().toNanos(), Math::min);
        ends.merge(step.name(), step.end().toNanos(), Math::max);
      }
    }
  }

  /**
   * Returns the execution with the worst outcome; null if the run ended before it requested the
   * step.
   */
  @Nullable StepReport worst(String name) {
    return worst.get(name);
  }

  /** Returns the outcome as a CSS class. */
  String state(String name) {
    StepReport step = worst.get(name);
    StepState state = step == null ? StepState.CANCELLED : step.state();
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the duration or outcome and the number of executions, in a short form for a picture.
   */
  String note(String name) {
    StepReport step = worst.get(name);
    if (step == null) {
      return "not begun";
    }
    int count = executions.getOrDefault(name, 0);
    if (count == 1 && step.thread() == null) {
      return step.state().toText();
    }
    String time = Waterfall.time(ends.getOrDefault(name, 0L) - starts.getOrDefault(name, 0L));
    return count > 1 ? String.format(Locale.ROOT, "%s \u00d7%,d", time, count) : time;
  }
}
