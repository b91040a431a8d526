package io.stepwright.runtime;

import io.stepwright.report.CriticalPath;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.spi.RunListener;
import io.stepwright.wiring.EntryPointInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Makes the report of one run of its events. Thread-safe. */
final class ReportRecorder implements RunListener {

  private final EntryPointInfo entryPoint;
  private final long startNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<StepKey, RecordedStep> steps = new LinkedHashMap<>();

  ReportRecorder(EntryPointInfo entryPoint, long startNanos) {
    this.entryPoint = entryPoint;
    this.startNanos = startNanos;
  }

  @Override
  public void onEvent(RunEvent event) {
    if (event instanceof StepEvent ofStep) {
      lock.lock();
      try {
        steps.computeIfAbsent(ofStep.step(), key -> new RecordedStep()).add(ofStep);
      } finally {
        lock.unlock();
      }
    }
  }

  RunReport report(long endNanos) {
    lock.lock();
    try {
      Map<String, String> models = new HashMap<>();
      for (EntryPointInfo.Node node : entryPoint.steps()) {
        if (node.step().model() != null) {
          models.put(node.step().name(), node.step().model());
        }
      }
      List<StepReport> reports = new ArrayList<>();
      Map<String, Span> spans = new HashMap<>();
      long sum = 0;
      for (Map.Entry<StepKey, RecordedStep> entry : rows()) {
        StepKey key = entry.getKey();
        StepReport report =
            entry.getValue().report(key, models.get(key.name()), startNanos, endNanos);
        reports.add(report);
        if (!key.direct()) {
          spans.merge(key.name(), Span.of(report), Span::with);
          sum += report.duration().toNanos();
        }
      }
      CriticalPath path = criticalPath(spans);
      return new RunReport(
          entryPoint.agent().name(),
          entryPoint.name(),
          Duration.ofNanos(endNanos - startNanos),
          path.names(),
          Duration.ofNanos(path.length()),
          Duration.ofNanos(sum),
          reports);
    } finally {
      lock.unlock();
    }
  }

  /** What is reported: the items of a fan-out, in their order, tell all that the whole would. */
  private List<Map.Entry<StepKey, RecordedStep>> rows() {
    Map<String, List<Map.Entry<StepKey, RecordedStep>>> items = new HashMap<>();
    for (Map.Entry<StepKey, RecordedStep> entry : steps.entrySet()) {
      if (entry.getKey().isItem()) {
        items.computeIfAbsent(entry.getKey().name(), name -> new ArrayList<>()).add(entry);
      }
    }
    List<Map.Entry<StepKey, RecordedStep>> rows = new ArrayList<>();
    for (Map.Entry<StepKey, RecordedStep> entry : steps.entrySet()) {
      StepKey key = entry.getKey();
      var itsItems = key.direct() ? null : items.get(key.name());
      if (itsItems == null) {
        rows.add(entry);
      } else if (!key.isItem()) {
        itsItems.sort(Comparator.comparingInt(item -> item.getKey().item()));
        rows.addAll(itsItems);
      }
    }
    return rows;
  }

  private CriticalPath criticalPath(Map<String, Span> spans) {
    List<CriticalPath.Node> nodes = new ArrayList<>();
    for (EntryPointInfo.Node node : entryPoint.steps()) {
      String name = node.step().name();
      Span span = spans.get(name);
      nodes.add(
          new CriticalPath.Node(name, span == null ? 0 : alone(span, node, spans), node.after()));
    }
    return CriticalPath.of(nodes);
  }

  /** How long a step took after the last that it waits for: fan-outs over fan-outs overlap. */
  private static long alone(Span span, EntryPointInfo.Node node, Map<String, Span> spans) {
    long start = span.start;
    for (String name : node.after()) {
      Span before = spans.get(name);
      start = before == null ? start : Math.max(start, before.end);
    }
    return Math.max(0, span.end - start);
  }

  /** The time from the start of the first item of a step to the end of the last. */
  private record Span(long start, long end) {

    static Span of(StepReport step) {
      long start = step.start().toNanos();
      return new Span(start, start + step.duration().toNanos());
    }

    Span with(Span other) {
      return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
  }
}
