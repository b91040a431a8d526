package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.RUNS_FOR_NOTHING;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Cases;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Formula;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Arm;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Warns of steps whose value is only taken under a condition. Such a step starts before the
 * condition is known, and its work is wasted if the condition does not hold.
 */
final class RunsForNothingRule implements GraphRule {

  @Override
  public void check(Graph graph, Diagnostics diagnostics) {
    Presence presence = graph.presence();
    Set<String> awaited = graph.awaited();
    Map<String, List<Arm>> takers = takers(graph);
    for (Node node : graph.nodes()) {
      if (awaited.contains(node.name()) || node.cost() == 0 || node.step().sideEffect()) {
        continue;
      }
      List<Formula> needed = new ArrayList<>();
      Set<String> conditions = new TreeSet<>();
      for (Arm arm : takers.getOrDefault(node.name(), List.of())) {
        needed.add(arm.deciders().contains(node.name()) ? Formula.TRUE : presence.chosen(arm));
        arm.conditions().stream().map(Condition::display).forEach(conditions::add);
      }
      needed.add(Formula.not(presence.of(node.name())));
      if (!conditions.isEmpty() && !Cases.always(Formula.any(needed))) {
        diagnostics.report(
            RUNS_FOR_NOTHING,
            node.step().namePlace(),
            "Step '%s' runs even when its value is not used: it is used only when %s."
                .formatted(
                    node.name(),
                    conditions.stream().map("'%s'"::formatted).collect(Collectors.joining(" or "))),
            "It starts as soon as its own inputs are there.",
            "Put the same @When on it, if the work that this saves is worth a later start.");
      }
    }
  }

  /** Returns the branches that wait for each step, by its name. */
  private static Map<String, List<Arm>> takers(Graph graph) {
    Map<String, List<Arm>> takers = new HashMap<>();
    for (Node node : graph.nodes()) {
      for (Arm arm : node.arms()) {
        for (String needed : arm.needs().all()) {
          takers.computeIfAbsent(needed, step -> new ArrayList<>()).add(arm);
        }
      }
    }
    return takers;
  }
}
