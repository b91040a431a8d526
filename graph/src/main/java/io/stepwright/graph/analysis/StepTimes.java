package io.stepwright.graph.analysis;

import io.stepwright.descriptor.StepDescriptor;
import java.time.Duration;

/** How long steps take. Decides which path is the critical one. Thread-safe. */
public interface StepTimes {

  /** The time of one run of a step's method; of one that goes through a list, for one item. */
  Time of(StepDescriptor step);

  /** Where the times come from, as a part of a sentence. */
  String description();

  /**
   * A time.
   *
   * @param duration the time
   * @param known whether somebody measured or estimated it; else it only compares kinds of steps
   */
  record Time(Duration duration, boolean known) {}

  /**
   * By kind, in the proportions that the schedule is made with: a model call takes ten times as
   * long as code, and a regular expression or a template without open slots no time.
   */
  static StepTimes byKind() {
    return new KindTimes();
  }
}
