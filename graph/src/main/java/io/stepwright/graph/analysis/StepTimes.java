package io.stepwright.graph.analysis;

import io.stepwright.descriptor.StepDescriptor;
import java.time.Duration;

/** The times that steps take, which determine the critical path. Thread-safe. */
public interface StepTimes {

  /**
   * Returns the time of one call of a step's method, which for a fan-out is the time of one item.
   */
  Time of(StepDescriptor step);

  /** Returns the origin of the times, as a part of a sentence. */
  String description();

  /**
   * A time.
   *
   * @param duration the time
   * @param known true if it was measured or estimated; otherwise it only compares kinds of steps
   */
  record Time(Duration duration, boolean known) {}

  /**
   * Returns times by kind, in the proportions of the scheduler: a model call takes ten times as
   * long as code, and a regular expression or a template without open slots takes no time.
   */
  static StepTimes byKind() {
    return new KindTimes();
  }
}
