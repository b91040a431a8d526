package io.stepwright.report.format.rows;

import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.ToolSteps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines of a picture of a run: one for each step. A fan-out or direct calls with many
 * executions have one line for each of the first, the slowest and those without a value, and one
 * for all others. Below the line of a step are those of the tools that its model called, each with
 * the steps that it has executed.
 *
 * @param rows the lines, in the order of the report
 * @param leftOut the number of further executions without a line
 * @param callsLeftOut the number of further calls of tools without a line
 */
public record Rows(List<Row> rows, int leftOut, int callsLeftOut) {

  private static final int MOST_OF_A_STEP = 24;
  private static final int FIRST = 8;
  private static final int SLOWEST = 8;
  private static final int WITHOUT_VALUE = 8;
  private static final int MOST = 600;

  private record Group(String name, boolean direct, boolean item) {}

  /** Returns the lines of a run. */
  public static Rows of(RunReport report) {
    Map<Group, List<StepReport>> groups = new LinkedHashMap<>();
    ToolSteps inner = ToolSteps.of(report);
    for (StepReport step : report.steps()) {
      if (inner.contains(step)) {
        continue;
      }
      groups
          .computeIfAbsent(
              new Group(step.name(), step.direct(), step.item() >= 0), group -> new ArrayList<>())
          .add(step);
    }
    boolean few =
        groups.values().stream().mapToInt(steps -> Math.min(steps.size(), MOST_OF_A_STEP + 1)).sum()
            <= MOST;
    List<Row> rows = new ArrayList<>();
    int leftOut = 0;
    for (List<StepReport> steps : groups.values()) {
      List<Row> next = few ? rows(steps) : together(steps);
      if (rows.size() + next.size() > MOST) {
        leftOut += steps.size();
      } else {
        rows.addAll(next);
      }
    }
    return withCalls(rows, leftOut, inner);
  }

  private static Rows withCalls(List<Row> rows, int leftOut, ToolSteps inner) {
    CallRows calls = new CallRows(inner);
    List<Row> all = new ArrayList<>();
    for (Row row : rows) {
      all.add(row);
      if (row instanceof Row.Single single) {
        calls.add(single.step(), 0, all);
      } else if (row instanceof Row.Folded folded) {
        folded.steps().forEach(calls::leaveOut);
      }
    }
    return new Rows(List.copyOf(all), leftOut, calls.leftOut());
  }

  private static List<Row> together(List<StepReport> steps) {
    return steps.size() == 1
        ? List.of(new Row.Single(steps.get(0), 0))
        : List.of(new Row.Folded(steps.get(0).name(), steps, false));
  }

  private static List<Row> rows(List<StepReport> steps) {
    if (steps.size() <= MOST_OF_A_STEP) {
      return steps.stream().<Row>map(step -> new Row.Single(step, 0)).toList();
    }
    Set<StepReport> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    shown.addAll(steps.subList(0, FIRST));
    steps.stream()
        .filter(step -> !step.state().hasValue())
        .limit(WITHOUT_VALUE)
        .forEach(shown::add);
    steps.stream().filter(StepReport::critical).forEach(shown::add);
    steps.stream()
        .sorted(Comparator.comparing(StepReport::duration).reversed())
        .limit(SLOWEST)
        .forEach(shown::add);
    List<Row> rows = new ArrayList<>();
    List<StepReport> folded = new ArrayList<>();
    for (StepReport step : steps) {
      if (shown.contains(step)) {
        rows.add(new Row.Single(step, 0));
      } else {
        folded.add(step);
      }
    }
    if (!folded.isEmpty()) {
      // First, as it represents most of the executions.
      rows.add(0, new Row.Folded(folded.get(0).name(), List.copyOf(folded), true));
    }
    return rows;
  }
}
