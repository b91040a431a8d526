package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.CACHED_TOOLS;
import static io.stepwright.processor.diagnostics.DiagnosticId.STRAY_ANNOTATION;
import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_UNDOCUMENTED;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNUSED_TOOL;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.DescriptionLoss;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.model.StepModel.ToolsText;
import io.stepwright.processor.model.ToolLists;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.Types;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks which steps offer which tools. */
final class ToolUseRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.answered()) {
      if (step.tools() != null) {
        stray(step, step.tools(), diagnostics);
      }
      if (step.cache() != null) {
        cached(step, step.cache(), agent, diagnostics);
      }
    }
    Set<ToolModel> offered = ToolLists.offered(agent);
    boolean mistaken = agent.answered().stream().anyMatch(step -> namesUnknown(step, agent));
    for (ToolModel tool : agent.ownTools()) {
      if (offered.contains(tool)) {
        undocumented(tool, diagnostics);
      } else if (!mistaken && tool.method().owner().equals(agent.type())) {
        unused(tool, agent, diagnostics);
      }
    }
  }

  private static void stray(StepModel step, ToolsText tools, Diagnostics diagnostics) {
    if (step.isAbstract()
        && step.model() == null
        && (step.isRegexAlone() || step.isTemplateAlone())
        && step.prompt() == null) {
      diagnostics.report(
          STRAY_ANNOTATION,
          tools.place(),
          "@Tools on %s has no meaning.".formatted(step.method().display()),
          "No model answers the step, so nothing calls them.",
          "Add @Model(\"…\"), or take it away.");
    }
  }

  private static void cached(
      StepModel step, CacheText cache, AgentModel agent, Diagnostics diagnostics) {
    List<ToolModel> others =
        ToolLists.of(step, agent).stream().filter(tool -> !tool.readOnly()).toList();
    if (!others.isEmpty()) {
      diagnostics.report(
          CACHED_TOOLS,
          cache.place(),
          "%s is cached and offers %s."
              .formatted(
                  step.title(),
                  others.stream()
                      .map(tool -> isNot(tool, agent))
                      .collect(Collectors.joining(", and "))),
          "On a hit no tool is called, so an effect would not happen, and a result that has changed"
              + " would not be seen.",
          "Take @Cached away, or offer only tools with @Tool(readOnly = true).");
    }
  }

  private static String isNot(ToolModel tool, AgentModel agent) {
    return "'%s', which %s"
        .formatted(
            tool.listed(),
            ToolLists.hasEffect(tool, agent) ? "has a side effect" : "is not readOnly");
  }

  /** Returns whether a step lists a name that no tool has, which is reported elsewhere. */
  private static boolean namesUnknown(StepModel step, AgentModel agent) {
    ToolsText tools = step.tools();
    return tools != null
        && !tools.names().stream()
            .map(Named::text)
            .allMatch(name -> agent.tools().stream().anyMatch(tool -> tool.listed().equals(name)));
  }

  private static void unused(ToolModel tool, AgentModel agent, Diagnostics diagnostics) {
    boolean nobody = agent.answered().stream().allMatch(step -> step.tools() == null);
    diagnostics.report(
        UNUSED_TOOL,
        tool.method().place(),
        "No step offers %s to its model.".formatted(tool.display()),
        nobody ? "No step of agent %s has @Tools.".formatted(agent.name()) : "",
        nobody
            ? "Add @Tools to the step whose model is to call the agent's tools, or take @Tool away."
            : "List it, as in @Tools(\"%s\"), or take @Tool away.".formatted(tool.listed()));
  }

  private static void undocumented(ToolModel tool, Diagnostics diagnostics) {
    if (!tool.description().isEmpty() || tool.loss() != DescriptionLoss.NONE) {
      return;
    }
    String parameters =
        tool.method().parameters().stream()
            .filter(parameter -> parameter.from() == null)
            .map(ParameterModel::name)
            .filter(name -> tool.parameterDescriptions().getOrDefault(name, "").isEmpty())
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    diagnostics.report(
        TOOL_UNDOCUMENTED,
        tool.method().place(),
        "%s has no description.".formatted(tool.title()),
        parameters.isEmpty() ? "" : "Neither have its parameters: %s.".formatted(parameters),
        "A model decides by it when to call the tool. Write Javadoc, or @Describe.");
  }
}
