package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_LIMIT;
import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_NAME;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNKNOWN_TOOL;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.ToolsText;
import io.stepwright.processor.model.ToolModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the tools that a step lists. */
final class ToolLookup {

  /** Limit of the tools in one request, which OpenAI documents. Servers refuse more. */
  private static final int MOST_TOOLS = 128;

  private final AgentModel agent;
  private final Diagnostics diagnostics;
  private final Map<String, ToolModel> tools = new LinkedHashMap<>();

  ToolLookup(AgentModel agent, Diagnostics diagnostics) {
    this.agent = agent;
    this.diagnostics = diagnostics;
    agent.tools().forEach(tool -> tools.putIfAbsent(tool.listed(), tool));
  }

  /**
   * A tool that a step lists.
   *
   * @param place the position of its name, or that of the annotation if it lists no names
   */
  record Listed(ToolModel tool, Place place) {}

  /** Returns the tools that exist, in the order of the agent's source; reports the others. */
  List<Listed> find(StepModel step, ToolsText list) {
    List<Listed> found = list.names().isEmpty() ? all(step, list) : named(step, list);
    if (found.size() > MOST_TOOLS) {
      diagnostics.report(
          TOOL_LIMIT,
          list.place(),
          String.format(
              Locale.ROOT,
              "%s offers %d tools, and %d are allowed.",
              step.title(),
              found.size(),
              MOST_TOOLS),
          "Servers refuse a request with more, and models choose badly among many.",
          "List the ones that it needs, or let a tool that a model answers have some of them.");
      return List.copyOf(found.subList(0, MOST_TOOLS));
    }
    return found;
  }

  private List<Listed> all(StepModel step, ToolsText list) {
    List<ToolModel> own = agent.ownTools();
    if (own.isEmpty()) {
      diagnostics.report(
          UNKNOWN_TOOL,
          list.place(),
          "%s offers all tools of agent %s, which has none.".formatted(step.title(), agent.name()),
          tools.isEmpty()
              ? "Tools are methods with @Tool."
              : "Tools of an MCP server are listed by name: %s.".formatted(names()),
          tools.isEmpty() ? "Annotate a method with @Tool, or take @Tools away." : "");
    }
    return own.stream().map(tool -> new Listed(tool, list.place())).toList();
  }

  private List<Listed> named(StepModel step, ToolsText list) {
    Map<ToolModel, Place> found = new LinkedHashMap<>();
    for (Named name : list.names()) {
      ToolModel tool = tools.get(name.text());
      if (tool == null) {
        unknown(step, name);
      } else if (found.putIfAbsent(tool, name.place()) != null) {
        diagnostics.report(
            TOOL_NAME,
            name.place(),
            "%s lists the tool '%s' twice.".formatted(step.title(), name.text()),
            "Take one of the two away.");
      }
    }
    List<Listed> listed = new ArrayList<>();
    for (ToolModel tool : agent.tools()) {
      Place place = found.get(tool);
      if (place != null) {
        listed.add(new Listed(tool, place));
      }
    }
    return listed;
  }

  private void unknown(StepModel step, Named name) {
    boolean lost =
        agent.others().stream()
            .anyMatch(
                other ->
                    !other.overriddenTool().isEmpty() && other.method().name().equals(name.text()));
    if (lost) {
      return; // {@code LostTool} tells what to do.
    }
    diagnostics.report(
        UNKNOWN_TOOL,
        name.place(),
        "%s lists the tool '%s', which agent %s does not have."
            .formatted(step.title(), name.text(), agent.name()),
        tools.isEmpty() ? "It has no tools." : "Its tools are: %s.".formatted(names()),
        advice(name.text()));
  }

  private String advice(String name) {
    for (ToolModel tool : tools.values()) {
      boolean sent = tool.facade() != null && tool.name().equals(name);
      if (sent || tool.method().name().equals(name)) {
        return "Write \"%s\", its name in such lists.".formatted(tool.listed());
      }
    }
    if (agent.steps().stream().anyMatch(step -> step.method().name().equals(name))) {
      return "'%s' is a step; a model calls only methods with @Tool.".formatted(name);
    }
    return agent
        .adviceOnPlainMethod(name, "@Tool")
        .orElse(Nearest.hint(name, tools.keySet()).strip());
  }

  private String names() {
    return tools.keySet().stream().collect(Collectors.joining(", "));
  }
}
