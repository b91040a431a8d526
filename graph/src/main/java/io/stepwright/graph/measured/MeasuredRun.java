package io.stepwright.graph.measured;

import java.time.Duration;
import java.util.Map;

/** The times of the steps of a run. Immutable. */
public record MeasuredRun(String agent, Map<String, Duration> steps) {

  /** Copies the map. */
  public MeasuredRun {
    steps = Map.copyOf(steps);
  }
}
