package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_CYCLE;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.ToolsText;
import io.stepwright.processor.model.ToolLists;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Forbids a model that answers a tool to be offered a tool whose model is offered the first one.
 */
final class ToolCycleRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    Set<ToolModel> done = new HashSet<>();
    for (ToolModel tool : agent.tools()) {
      follow(tool, new ArrayList<>(), done, agent, diagnostics);
    }
  }

  private static void follow(
      ToolModel tool,
      List<ToolModel> path,
      Set<ToolModel> done,
      AgentModel agent,
      Diagnostics diagnostics) {
    int start = path.indexOf(tool);
    if (start >= 0) {
      report(path.subList(start, path.size()), diagnostics);
    } else if (tool.asked() != null && !done.contains(tool)) {
      path.add(tool);
      for (ToolModel inner : ToolLists.of(tool.asked(), agent)) {
        follow(inner, path, done, agent, diagnostics);
      }
      path.remove(path.size() - 1);
      done.add(tool);
    }
  }

  private static void report(List<ToolModel> cycle, Diagnostics diagnostics) {
    ToolModel last = cycle.get(cycle.size() - 1);
    ToolModel first = cycle.get(0);
    List<ToolModel> closed = new ArrayList<>(cycle);
    closed.add(first);
    StepModel asked = last.asked();
    ToolsText tools = asked == null ? null : asked.tools();
    boolean all = tools != null && tools.names().isEmpty();
    diagnostics.report(
        TOOL_CYCLE,
        asked == null ? last.place() : ToolLists.place(first, asked),
        "Tools call each other: %s."
            .formatted(closed.stream().map(ToolModel::name).collect(Collectors.joining(" → "))),
        all
            ? "@Tools without names offers all tools of the agent, the tool itself included."
            : "Each asks a model that may call the next one, without an end.",
        all ? "Name the tools that it needs." : "Take one of them off a list.");
  }
}
