package io.stepwright.engine.tool;

import io.stepwright.wiring.ToolInfo;
import java.util.HashMap;
import java.util.Map;

/** Counts the executions of each tool in one run of a step. Thread-safe. */
final class ToolCounts {

  private final Map<String, Integer> counts = new HashMap<>();

  /** Counts an execution. Returns false, and counts nothing, if no further one is allowed. */
  synchronized boolean add(ToolInfo tool) {
    int count = counts.getOrDefault(tool.name(), 0);
    if (tool.calls() > 0 && count >= tool.calls()) {
      return false;
    }
    counts.put(tool.name(), count + 1);
    return true;
  }

  /** Takes an execution back that has been counted and does not happen. */
  synchronized void remove(ToolInfo tool) {
    counts.merge(tool.name(), -1, Integer::sum);
  }
}
