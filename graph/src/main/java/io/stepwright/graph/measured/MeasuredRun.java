package io.stepwright.graph.measured;

import java.time.Duration;
import java.util.Map;

/**
 * How long the steps of a run took. Immutable.
 *
 * @param agent the agent's name
 * @param steps the median time of each step that ran, by its name
 */
public record MeasuredRun(String agent, Map<String, Duration> steps) {

  /** Copies the map. */
  public MeasuredRun {
    steps = Map.copyOf(steps);
  }
}
