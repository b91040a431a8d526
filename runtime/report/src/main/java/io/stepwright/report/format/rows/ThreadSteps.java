package io.stepwright.report.format.rows;

import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of a run by the threads that ran them.
 *
 * @param id the thread's number
 * @param name the thread's name when its first step started; a pool may change it
 * @param steps its steps, by their start; a nested direct call comes after its enclosing step
 */
public record ThreadSteps(long id, String name, List<StepReport> steps) {

  /** Returns the threads of a run, by their first start. */
  public static List<ThreadSteps> of(RunReport report) {
    List<StepReport> ran = new ArrayList<>();
    for (StepReport step : report.steps()) {
      if (step.thread() != null) {
        ran.add(step);
      }
    }
    ran.sort(
        Comparator.comparing(StepReport::start)
            .thenComparing(StepReport::end, Comparator.reverseOrder())
            // Equal on a coarse clock: the enclosing step is no direct call.
            .thenComparing(StepReport::direct));
    Map<Long, List<StepReport>> byThread = new LinkedHashMap<>();
    for (StepReport step : ran) {
      byThread.computeIfAbsent(step.threadId(), id -> new ArrayList<>()).add(step);
    }
    List<ThreadSteps> threads = new ArrayList<>();
    byThread.forEach(
        (id, steps) ->
            threads.add(
                new ThreadSteps(id, String.valueOf(steps.get(0).thread()), List.copyOf(steps))));
    return threads;
  }
}
