package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.CYCLE;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Graph.StepValue;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.StepModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds steps that wait for each other by depth-first search, and reports each cycle as a path. */
final class CycleFinder {

  private final AgentModel agent;
  private final Map<String, Node> nodes;
  private final Diagnostics diagnostics;
  private final Set<String> finished = new HashSet<>();
  private final List<String> path = new ArrayList<>();
  private boolean acyclic = true;

  CycleFinder(AgentModel agent, Map<String, Node> nodes, Diagnostics diagnostics) {
    this.agent = agent;
    this.nodes = nodes;
    this.diagnostics = diagnostics;
  }

  /** Reports every cycle that the search finds; returns true if there is none. */
  boolean report() {
    for (StepModel step : agent.steps()) {
      visit(step.name());
    }
    return acyclic;
  }

  private void visit(String name) {
    Node node = nodes.get(name);
    if (node == null || finished.contains(name)) {
      return;
    }
    int start = path.indexOf(name);
    if (start >= 0) {
      report(path.subList(start, path.size()));
      return;
    }
    path.add(name);
    node.needs().forEach(this::visit);
    path.remove(path.size() - 1);
    finished.add(name);
  }

  private void report(List<String> cycle) {
    acyclic = false;
    Node first = Objects.requireNonNull(nodes.get(cycle.get(0)));
    String second = cycle.size() == 1 ? cycle.get(0) : cycle.get(1);
    diagnostics.report(
        CYCLE,
        place(first, second),
        "Steps wait for each other: %s -> %s.".formatted(String.join(" -> ", cycle), cycle.get(0)),
        "Each takes the value of the next, or says that it runs after it.",
        "Take one of these inputs away, or split a step in two.");
  }

  /** Returns the position at which a step declares that it needs another. */
  private static Place place(Node node, String needed) {
    for (Binding binding : node.bindings()) {
      if (binding.source() instanceof StepValue value && value.name().equals(needed)) {
        Named from = binding.parameter().from();
        return from == null ? binding.parameter().place() : from.place();
      }
    }
    for (Branch branch : node.branches()) {
      for (Condition condition : branch.conditions()) {
        if (condition.path().root().name().equals(needed)) {
          return condition.place();
        }
      }
    }
    return node.step().after().stream()
        .filter(after -> after.text().equals(needed))
        .findFirst()
        .map(Named::place)
        .orElse(node.step().namePlace());
  }
}
