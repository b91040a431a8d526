package io.stepwright.recording;

import io.stepwright.descriptor.CriticalPath;
import io.stepwright.report.Cost;
import io.stepwright.report.FailureReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.spi.NestedRuns;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.EntryPointInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the report of a run that has ended. */
final class ReportMaker {

  private final EntryPointInfo entryPoint;
  private final List<RecordedStep> recorded;
  private final RunClock clock;
  private final Costs costs;
  private final Map<StepKey, RecordedStep> byKey = new HashMap<>();
  private final Map<String, EntryPointInfo.Node> nodes = new HashMap<>();
  private final Map<String, StepSpan> spans = new HashMap<>();

  ReportMaker(EntryPointInfo entryPoint, List<RecordedStep> recorded, RunClock clock, Costs costs) {
    this.entryPoint = entryPoint;
    this.recorded = recorded;
    this.clock = clock;
    this.costs = costs;
    entryPoint.steps().forEach(node -> nodes.put(node.step().name(), node));
  }

  RunReport report(long id, @Nullable FailureReport failure, @Nullable NestedSums nested) {
    List<RecordedStep> rows = rows();
    long sum = 0;
    for (RecordedStep row : rows) {
      byKey.put(row.key(), row);
      if (isPartOfGraph(row.key())) {
        StepSpan span = StepSpan.of(row, clock.endNanos());
        spans.merge(row.key().name(), span, StepSpan::with);
        sum += span.length();
      }
    }
    CriticalPath path = criticalPath();
    return new RunReport(
        id,
        entryPoint.agent().name(),
        entryPoint.name(),
        clock.started(),
        failure,
        clock.length(),
        path.names(),
        Duration.ofNanos(path.length()),
        Duration.ofNanos(sum),
        costs.currency(),
        entryPoint.steps().stream()
            .map(node -> new RunReport.Node(node.step().name(), node.step().model(), node.after()))
            .toList(),
        rows.stream().map(row -> step(row, path)).toList(),
        nested == null ? NestedRuns.NONE : nested.sums(),
        nested == null ? Cost.NONE : nested.cost(),
        entryPoint.agent().type());
  }

  /** A step that is called outside of a run is a run of its own, without a graph. */
  private boolean isPartOfGraph(StepKey key) {
    return !key.direct() || (nodes.isEmpty() && key.number() <= 1 && spans.isEmpty());
  }

  private StepReport step(RecordedStep row, CriticalPath path) {
    StepKey key = row.key();
    EntryPointInfo.Node node = nodes.get(key.name());
    StepSpan span = key.direct() ? null : spans.get(key.name());
    boolean critical = span != null && span.last().equals(row) && path.names().contains(key.name());
    return row.report(
        clock, costs, canStart(row, node), critical, node == null ? null : node.step().model());
  }

  /**
   * Returns the time from which a step waited only for a thread, or, for an item, for the limit of
   * its fan-out.
   */
  private long canStart(RecordedStep row, EntryPointInfo.@Nullable Node node) {
    StepKey key = row.key();
    if (!key.isItem() || node == null) {
      return row.readyNanos(clock.endNanos());
    }
    RecordedStep whole = byKey.get(new StepKey(key.name(), key.number(), key.direct()));
    long ready =
        whole == null ? row.readyNanos(clock.endNanos()) : whole.readyNanos(clock.endNanos());
    for (String before : node.after()) {
      // The items of one fan-out wait for the items of the other one by one.
      RecordedStep item = byKey.get(new StepKey(before, 0, false, key.item()));
      ready = item == null ? ready : Math.max(ready, item.endNanos(clock.endNanos()));
    }
    return ready;
  }

  /**
   * Returns the steps to report. The items of a fan-out, in their order, replace the whole, unless
   * it ended before all items did.
   */
  private List<RecordedStep> rows() {
    Map<String, List<RecordedStep>> items = new HashMap<>();
    for (RecordedStep step : recorded) {
      if (step.key().isItem()) {
        items.computeIfAbsent(step.key().name(), name -> new ArrayList<>()).add(step);
      }
    }
    List<RecordedStep> rows = new ArrayList<>();
    for (RecordedStep step : recorded) {
      StepKey key = step.key();
      var itsItems = key.direct() ? null : items.get(key.name());
      if (itsItems == null) {
        rows.add(step);
      } else if (!key.isItem()) {
        byKey.put(key, step);
        if (step.state() != StepState.FINISHED) {
          rows.add(step);
        }
        itsItems.sort(Comparator.comparingInt(item -> item.key().item()));
        rows.addAll(itsItems);
      }
    }
    return rows;
  }

  private CriticalPath criticalPath() {
    List<CriticalPath.Node> path = new ArrayList<>();
    for (EntryPointInfo.Node node : entryPoint.steps()) {
      String name = node.step().name();
      StepSpan span = spans.get(name);
      long time =
          span != null && decidedTheEnd(span.last().state()) ? span.alone(node.after(), spans) : 0;
      path.add(new CriticalPath.Node(name, time, node.after()));
    }
    return CriticalPath.of(path);
  }

  /**
   * Tells whether a step may be on the critical path. A step that was stopped because of the result
   * or a failure did not delay them.
   */
  private boolean decidedTheEnd(StepState state) {
    return switch (state) {
      case NOT_NEEDED -> false;
      case CANCELLED -> recorded.stream().noneMatch(step -> step.state() == StepState.FAILED);
      default -> true;
    };
  }
}
