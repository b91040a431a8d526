package io.stepwright.graph.measured;

import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.graph.analysis.StepTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The times of the steps of one agent in some runs: the median over the runs, each of which
 * contributes the median of its executions. Immutable.
 */
public final class MeasuredTimes implements StepTimes {

  private final Map<String, Duration> medians;
  private final int runs;
  private final StepTimes others;

  private MeasuredTimes(Map<String, Duration> medians, int runs, StepTimes others) {
    this.medians = medians;
    this.runs = runs;
    this.others = others;
  }

  /**
   * Returns the times of an agent's steps.
   *
   * @param reports reports of any agents
   * @param agent the agent's name
   * @param others the times of steps that ran in none of the reports; the result itself if no
   *     report is about the agent
   */
  public static StepTimes of(List<MeasuredRun> reports, String agent, StepTimes others) {
    Map<String, List<Duration>> times = new HashMap<>();
    int runs = 0;
    for (MeasuredRun run : reports) {
      if (run.agent().equals(agent)) {
        runs++;
        run.steps()
            .forEach((step, time) -> times.computeIfAbsent(step, s -> new ArrayList<>()).add(time));
      }
    }
    if (runs == 0) {
      return others;
    }
    Map<String, Duration> medians = new HashMap<>();
    times.forEach((step, all) -> medians.put(step, median(all)));
    return new MeasuredTimes(Map.copyOf(medians), runs, others);
  }

  @Override
  public Time of(StepDescriptor step) {
    Duration measured = medians.get(step.name());
    return measured == null ? others.of(step) : new Time(measured, true);
  }

  @Override
  public String description() {
    String measured = runs == 1 ? "measured in 1 run" : "measured in " + runs + " runs, medians";
    return measured + "; what did not run there: " + others.description();
  }

  private static Duration median(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
