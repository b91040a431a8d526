package io.stepwright.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps that tools have executed: those of tools that models answer, and those that code has
 * called directly. A step belongs to the innermost call that was on its thread at its time.
 * Immutable.
 */
public final class ToolSteps {

  private final Map<ToolReport, List<StepReport>> byCall = new IdentityHashMap<>();
  private final Map<StepReport, ToolReport> around = new IdentityHashMap<>();

  private ToolSteps() {}

  /** Finds the steps that the tools of a run have executed. */
  public static ToolSteps of(RunReport report) {
    ToolSteps steps = new ToolSteps();
    Map<Long, List<ToolReport>> calls = new HashMap<>();
    for (StepReport step : report.steps()) {
      for (ToolReport call : step.toolCalls()) {
        calls.computeIfAbsent(call.threadId(), thread -> new ArrayList<>()).add(call);
      }
    }
    if (!calls.isEmpty()) {
      Map<Long, List<StepReport>> direct = new HashMap<>();
      for (StepReport step : report.steps()) {
        if (step.direct() && step.thread() != null && calls.containsKey(step.threadId())) {
          direct.computeIfAbsent(step.threadId(), thread -> new ArrayList<>()).add(step);
        }
      }
      direct.forEach((thread, inner) -> steps.addAll(inner, calls.get(thread)));
    }
    return steps;
  }

  /** Assigns the steps of one thread to the calls of that thread, in one pass in order of time. */
  private void addAll(List<StepReport> steps, @Nullable List<ToolReport> calls) {
    if (calls == null) {
      return;
    }
    List<StepReport> inner = new ArrayList<>(steps);
    inner.sort(
        Comparator.comparing(StepReport::start)
            .thenComparing(StepReport::end, Comparator.reverseOrder()));
    calls.sort(
        Comparator.comparing(ToolReport::start)
            .thenComparing(ToolReport::ended, Comparator.reverseOrder()));
    Deque<ToolReport> open = new ArrayDeque<>();
    int next = 0;
    for (StepReport step : inner) {
      while (next < calls.size() && calls.get(next).start().compareTo(step.start()) <= 0) {
        open.push(calls.get(next++));
      }
      while (!open.isEmpty() && open.element().ended().compareTo(step.end()) < 0) {
        open.pop();
      }
      ToolReport call = open.peek();
      if (call != null) {
        byCall.computeIfAbsent(call, unused -> new ArrayList<>()).add(step);
        around.put(step, call);
      }
    }
  }

  /** Returns the steps that a call has executed, in the order of their starts. */
  public List<StepReport> of(ToolReport call) {
    return List.copyOf(byCall.getOrDefault(call, List.of()));
  }

  /** Tells whether a tool has executed a step. */
  public boolean contains(StepReport step) {
    return around.containsKey(step);
  }
}
