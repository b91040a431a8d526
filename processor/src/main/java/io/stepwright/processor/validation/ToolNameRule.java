package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_NAME;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ToolLists;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Requires the names of tools to be names that servers accept, and to be unique in an agent. */
final class ToolNameRule implements AgentRule {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    Set<ToolModel> offered = ToolLists.offered(agent);
    Map<String, ToolModel> byName = new HashMap<>();
    for (ToolModel tool : agent.tools()) {
      if (tool.facade() != null && !offered.contains(tool)) {
        continue;
      }
      if (!NAME.matcher(tool.name()).matches()) {
        diagnostics.report(
            TOOL_NAME,
            place(tool, agent),
            "The name of tool '%s' is not one that servers accept.".formatted(tool.name()),
            "It is 1 to 64 of the letters A to Z and a to z, digits, '_' and '-'.",
            "Name it in the annotation, as in @Tool(\"orders\").");
      }
      ToolModel first = byName.putIfAbsent(tool.name(), tool);
      if (first != null) {
        diagnostics.report(
            TOOL_NAME,
            place(tool, agent),
            "Two tools of agent %s are named '%s': %s and %s."
                .formatted(agent.name(), tool.name(), display(first, tool), display(tool, first)),
            "A model tells them apart by their names only.",
            "Give one of them another name, as in @Tool(\"orders\").");
      }
    }
  }

  private static Place place(ToolModel tool, AgentModel agent) {
    return tool.facade() == null
        ? tool.namePlace()
        : ToolLists.place(tool, agent).orElse(tool.namePlace());
  }

  private static String display(ToolModel tool, ToolModel beside) {
    MethodModel method = tool.method();
    return method.display(List.of(beside.method()));
  }
}
