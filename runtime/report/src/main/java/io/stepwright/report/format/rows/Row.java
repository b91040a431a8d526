package io.stepwright.report.format.rows;

import io.stepwright.report.StepReport;
import java.util.List;

/** A line of a picture of a run. */
public sealed interface Row {

  /** Returns the step's name. */
  String name();

  /** One execution of a step. */
  record Single(StepReport step) implements Row {

    @Override
    public String name() {
      return step.name();
    }
  }

  /**
   * Several executions of one step, drawn as one.
   *
   * @param steps at least one
   * @param more true if other executions of the step have lines of their own
   */
  record Folded(String name, List<StepReport> steps, boolean more) implements Row {}
}
