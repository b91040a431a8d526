package io.stepwright.report.format.rows;

import io.stepwright.report.StepReport;
import io.stepwright.report.ToolReport;
import io.stepwright.report.ToolSteps;
import java.util.List;

/** Adds the lines of calls of tools, a limited number of them. */
final class CallRows {

  private static final int MOST_OF_A_STEP = 24;
  private static final int MOST = 600;
  private static final int MOST_DEPTH = 16;

  private final ToolSteps inner;
  private int added;
  private int leftOut;

  CallRows(ToolSteps inner) {
    this.inner = inner;
  }

  /** Adds the calls of a step, and the steps that they have executed. */
  void add(StepReport step, int depth, List<Row> rows) {
    int ofStep = 0;
    for (ToolReport call : step.toolCalls()) {
      if (ofStep == MOST_OF_A_STEP || added >= MOST || depth >= MOST_DEPTH) {
        leftOut++;
        inner.of(call).forEach(this::leaveOut);
        continue;
      }
      ofStep++;
      added++;
      rows.add(new Row.Call(step, call, depth + 1));
      for (StepReport within : inner.of(call)) {
        added++;
        rows.add(new Row.Single(within, depth + 2));
        add(within, depth + 2, rows);
      }
    }
  }

  /** Counts the calls of a step that has no line of its own. */
  void leaveOut(StepReport step) {
    leftOut += step.toolCalls().size();
  }

  /** Returns the number of calls without a line. */
  int leftOut() {
    return leftOut;
  }
}
