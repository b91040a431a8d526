package io.stepwright.report.format.rows;

import io.stepwright.report.Cost;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Statistics of several executions of a step. Times are nanoseconds.
 *
 * @param count the number of executions
 * @param states the number of executions by final state, without zeros, from good to bad
 * @param min the shortest duration
 * @param median the median duration, of an even number the later one
 * @param max the longest duration
 * @param sum the sum of all durations
 * @param start the start of the first one, relative to the start of the run
 * @param end the end of the last one, relative to the start of the run
 * @param inputTokens the tokens of all requests
 * @param outputTokens the tokens of all answers
 * @param cost the cost of all requests
 */
public record Stats(
    int count,
    Map<StepState, Integer> states,
    long min,
    long median,
    long max,
    long sum,
    long start,
    long end,
    long inputTokens,
    long outputTokens,
    Cost cost) {

  /**
   * Computes statistics of at least one execution. Executions that never ran count in the states
   * only, if others ran.
   */
  public static Stats of(List<StepReport> steps) {
    Map<StepState, Integer> states = new EnumMap<>(StepState.class);
    steps.forEach(step -> states.merge(step.state(), 1, Integer::sum));
    List<StepReport> ran = steps.stream().filter(step -> step.thread() != null).toList();
    List<StepReport> timed = ran.isEmpty() ? steps : ran;
    long[] durations =
        timed.stream().mapToLong(step -> step.duration().toNanos()).sorted().toArray();
    long sum = 0;
    for (long duration : durations) {
      sum += duration;
    }
    return new Stats(
        steps.size(),
        states,
        durations[0],
        durations[durations.length / 2],
        durations[durations.length - 1],
        sum,
        timed.stream().mapToLong(step -> step.start().toNanos()).min().orElse(0),
        timed.stream().mapToLong(step -> step.end().toNanos()).max().orElse(0),
        steps.stream().mapToLong(StepReport::inputTokens).sum(),
        steps.stream().mapToLong(StepReport::outputTokens).sum(),
        steps.stream().map(StepReport::cost).reduce(Cost.NONE, Cost::plus));
  }
}
