package io.stepwright.report.format.rows;

import io.stepwright.report.StepReport;
import io.stepwright.report.ToolReport;
import java.util.List;

/** A line of a picture of a run. */
public sealed interface Row {

  /** Returns the step's name. */
  String name();

  /**
   * One execution of a step.
   *
   * @param depth the number of steps and calls of tools around it, as far as they have lines
   */
  record Single(StepReport step, int depth) implements Row {

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

  /**
   * A call of a tool, below the line of its step.
   *
   * @param step the step whose model called it
   * @param depth the number of steps and calls of tools around it
   */
  record Call(StepReport step, ToolReport call, int depth) implements Row {

    @Override
    public String name() {
      return step.name();
    }
  }
}
