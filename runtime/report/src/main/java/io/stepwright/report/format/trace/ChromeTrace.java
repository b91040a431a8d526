package io.stepwright.report.format.trace;

import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.ToolReport;
import io.stepwright.report.format.rows.ThreadSteps;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Writes a report in the trace event format of Chrome, which Perfetto reads. The run is the
 * process; steps, attempts, calls of tools, waits and look-ups are nested complete events; flows
 * lead from each step to its dependents. Steps that no thread ran are instants.
 */
public final class ChromeTrace {

  /** The maximum number of steps that are written. */
  public static final int MOST_STEPS = 50_000;

  private static final int NO_THREAD = 0;

  private ChromeTrace() {}

  /**
   * Writes a report.
   *
   * @param content true to include texts that may be personal
   */
  public static void write(RunReport report, boolean content, Writer out) throws IOException {
    TraceWriter trace = new TraceWriter(out);
    trace.begin();
    trace.processName(report.agent() + "." + report.entryPoint());
    Map<Long, Integer> tids = new HashMap<>();
    int written = 0;
    for (ThreadSteps thread : ThreadSteps.of(report)) {
      // Small numbers of our own: the number of a virtual thread may exceed the range of viewers.
      int tid = tids.size() + 1;
      tids.put(thread.id(), tid);
      trace.threadName(tid, thread.name());
      for (StepReport step : thread.steps()) {
        if (written < MOST_STEPS) {
          new StepEvents(step, tid, content).write(trace);
          written++;
        }
      }
    }
    boolean named = false;
    for (StepReport step : report.steps()) {
      if (step.thread() == null && written < MOST_STEPS) {
        if (!named) {
          trace.threadName(NO_THREAD, "(not run)");
          named = true;
        }
        trace.instant(step, NO_THREAD);
        written++;
      }
    }
    tools(report, tids, trace);
    flows(report, tids, trace);
    trace.end(report, report.steps().size() - written);
  }

  /** Writes the calls of tools, which other threads than that of their step may have executed. */
  private static void tools(RunReport report, Map<Long, Integer> tids, TraceWriter trace)
      throws IOException {
    int written = 0;
    for (StepReport step : report.steps()) {
      for (ToolReport call : step.toolCalls()) {
        if (written++ < MOST_STEPS) {
          Integer tid = tids.get(call.threadId());
          if (tid == null) {
            tid = tids.size() + 1;
            tids.put(call.threadId(), tid);
            trace.threadName(tid, call.thread());
          }
          ToolTrace.write(step, call, tid, trace);
        }
      }
    }
  }

  /** Writes an arrow from the last end of a step to the first start of each of its dependents. */
  private static void flows(RunReport report, Map<Long, Integer> tids, TraceWriter trace)
      throws IOException {
    Map<String, StepReport> first = new HashMap<>();
    Map<String, StepReport> last = new HashMap<>();
    for (StepReport step : report.steps()) {
      if (step.thread() != null && !step.direct()) {
        first.merge(step.name(), step, (a, b) -> b.start().compareTo(a.start()) < 0 ? b : a);
        last.merge(step.name(), step, (a, b) -> b.end().compareTo(a.end()) > 0 ? b : a);
      }
    }
    int id = 0;
    for (RunReport.Node node : report.graph()) {
      StepReport to = first.get(node.step());
      for (String before : node.after()) {
        StepReport from = last.get(before);
        if (from == null || to == null || to.start().compareTo(from.end()) < 0) {
          // Not run, or waiting item by item: no single arrow fits.
          continue;
        }
        id++;
        trace.flow(id, "s", inside(from), tids.getOrDefault(from.threadId(), 0));
        trace.flow(id, "f", to.start().toNanos(), tids.getOrDefault(to.threadId(), 0));
      }
    }
  }

  /**
   * Returns a time just before the end of a step: an arrow belongs to the event around its time.
   */
  private static long inside(StepReport step) {
    long duration = step.duration().toNanos();
    return step.end().toNanos() - Math.min(TimeUnit.MICROSECONDS.toNanos(1), duration / 2);
  }
}
