package io.stepwright.processor.model;

import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.StepModel.ToolsText;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows the lists of tools of an agent. Names without a tool are left out. */
public final class ToolLists {

  private ToolLists() {}

  /** Returns the tools that a step lists, in the order of the agent's source. */
  public static List<ToolModel> of(StepModel step, AgentModel agent) {
    ToolsText list = step.tools();
    if (list == null) {
      return List.of();
    }
    if (list.names().isEmpty()) {
      return agent.ownTools();
    }
    Set<String> names = Set.copyOf(names(list));
    return agent.tools().stream().filter(tool -> names.contains(tool.listed())).toList();
  }

  /** Returns the tools that some step may cause to be called, through other tools too. */
  public static Set<ToolModel> offered(AgentModel agent) {
    Set<ToolModel> found = new LinkedHashSet<>();
    Set<List<String>> seen = new HashSet<>(); // Many steps may list the same tools.
    for (StepModel step : agent.steps()) {
      if (step.tools() != null && seen.add(names(step.tools()))) {
        of(step, agent).forEach(tool -> reach(tool, agent, found));
      }
    }
    return found;
  }

  /**
   * Returns whether a call of a tool changes something outside of the run: by itself, or because
   * the model that answers it may call a tool that does.
   */
  public static boolean hasEffect(ToolModel tool, AgentModel agent) {
    return reached(tool, agent).stream().anyMatch(ToolModel::sideEffect);
  }

  /** Returns a tool and those that the model that answers it may cause to be called. */
  public static Set<ToolModel> reached(ToolModel tool, AgentModel agent) {
    Set<ToolModel> found = new LinkedHashSet<>();
    reach(tool, agent, found);
    return found;
  }

  /** Returns the first position at which a step lists a tool. */
  public static Optional<Place> place(ToolModel tool, AgentModel agent) {
    return agent.answered().stream()
        .filter(step -> of(step, agent).contains(tool))
        .findFirst()
        .map(step -> place(tool, step));
  }

  /** Returns the position at which a step lists a tool, or that of the tool's method. */
  public static Place place(ToolModel tool, StepModel step) {
    ToolsText list = step.tools();
    return list == null
        ? tool.method().place()
        : list.names().stream()
            .filter(name -> name.text().equals(tool.listed()))
            .map(Named::place)
            .findFirst()
            .orElse(list.place());
  }

  private static List<String> names(ToolsText list) {
    return list.names().stream().map(Named::text).toList();
  }

  private static void reach(ToolModel tool, AgentModel agent, Set<ToolModel> found) {
    if (found.add(tool) && tool.asked() != null) {
      of(tool.asked(), agent).forEach(inner -> reach(inner, agent, found));
    }
  }
}
