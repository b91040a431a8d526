package io.stepwright.runtime;

import io.stepwright.report.CriticalPath;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.spi.RunListener;
import io.stepwright.wiring.EntryPointInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

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
      Map<String, Long> durations = new HashMap<>();
      long sum = 0;
      for (Map.Entry<StepKey, RecordedStep> entry : steps.entrySet()) {
        StepKey key = entry.getKey();
        StepReport report =
            entry.getValue().report(key, models.get(key.name()), startNanos, endNanos);
        reports.add(report);
        if (!key.direct()) {
          durations.put(key.name(), report.duration().toNanos());
          sum += report.duration().toNanos();
        }
      }
      CriticalPath path = criticalPath(durations);
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

  private CriticalPath criticalPath(Map<String, Long> durations) {
    List<CriticalPath.Node> nodes = new ArrayList<>();
    for (EntryPointInfo.Node node : entryPoint.steps()) {
      String name = node.step().name();
      @Nullable Long duration = durations.get(name);
      nodes.add(new CriticalPath.Node(name, duration == null ? 0 : duration, node.after()));
    }
    return CriticalPath.of(nodes);
  }
}
