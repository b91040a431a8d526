package io.stepwright.processor.mcp;

import static io.stepwright.processor.diagnostics.DiagnosticId.MCP_SERVER;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.ConstructorModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.ToolModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requires that every constructor of an agent takes the interfaces of the MCP servers whose tools
 * its steps list, each of them once.
 */
public final class FacadeParameters {

  private FacadeParameters() {}

  /** Checks the constructors of an agent. */
  public static void check(AgentModel agent, Diagnostics diagnostics) {
    Set<String> listed =
        agent.answered().stream()
            .filter(step -> step.tools() != null)
            .flatMap(step -> step.tools().names().stream())
            .map(name -> name.text())
            .collect(Collectors.toSet());
    Set<ToolModel.Facade> used = new LinkedHashSet<>();
    for (ToolModel tool : agent.tools()) {
      if (tool.facade() != null && listed.contains(tool.listed())) {
        used.add(tool.facade());
      }
    }
    List<ToolModel.Facade> seen = new ArrayList<>();
    for (ToolModel.Facade facade : used) {
      seen.stream()
          .filter(other -> other.server().equals(facade.server()))
          .findFirst()
          .ifPresent(other -> reportSecond(agent, facade, other, diagnostics));
      seen.add(facade);
      for (ConstructorModel constructor : agent.constructors()) {
        check(agent, constructor, facade, diagnostics);
      }
    }
  }

  private static void check(
      AgentModel agent,
      ConstructorModel constructor,
      ToolModel.Facade facade,
      Diagnostics diagnostics) {
    List<ParameterModel> taking =
        constructor.parameters().stream()
            .filter(parameter -> parameter.type().equals(facade.type()))
            .toList();
    if (taking.isEmpty()) {
      diagnostics.report(
          MCP_SERVER,
          agent.place(),
          "The constructor %s(%s) does not take %s, whose tools a step lists."
              .formatted(
                  agent.type().simpleName(),
                  constructor.parameters().stream()
                      .map(parameter -> parameter.type().display())
                      .collect(Collectors.joining(", ")),
                  facade.type().display()),
          "An agent made by it could not call them.",
          "Add the parameter '%s %s', or remove the constructor."
              .formatted(facade.type().display(), facade.parameter()));
    } else if (taking.size() > 1) {
      diagnostics.report(
          MCP_SERVER,
          taking.get(1).place(),
          "A constructor of %s takes %s twice."
              .formatted(agent.type().simpleName(), facade.type().display()),
          "Tools are called on one of them.",
          "Remove one of the parameters.");
    }
  }

  private static void reportSecond(
      AgentModel agent, ToolModel.Facade facade, ToolModel.Facade other, Diagnostics diagnostics) {
    diagnostics.report(
        MCP_SERVER,
        agent.constructors().stream()
            .flatMap(constructor -> constructor.parameters().stream())
            .filter(parameter -> parameter.type().equals(facade.type()))
            .map(ParameterModel::place)
            .findFirst()
            .orElse(agent.place()),
        "%s takes two interfaces of the server '%s': %s and %s."
            .formatted(
                agent.type().simpleName(),
                facade.server(),
                other.type().qualifiedName(),
                facade.type().qualifiedName()),
        "Steps list the tools of a server by its name.",
        "Take one interface with all tools.");
  }
}
