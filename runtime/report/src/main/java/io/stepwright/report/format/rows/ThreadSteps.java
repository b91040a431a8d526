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
 * @param name the thread's name as its first step found it: a pool gives it new ones
 * @param steps what it ran, by their start; a step that was called inside of another comes after it
 */
public record ThreadSteps(long id, String name, List<StepReport> steps) {

  /** The threads of a run, by their first start. */
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
            // Equal on a coarse clock: the outer one is no direct call.
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
