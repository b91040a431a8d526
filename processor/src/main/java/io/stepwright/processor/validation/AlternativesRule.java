package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.NEVER_RUNS;
import static io.stepwright.processor.diagnostics.DiagnosticId.NOT_EXHAUSTIVE;
import static io.stepwright.processor.diagnostics.DiagnosticId.OVERLAP;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.Cases;
import io.stepwright.processor.model.Formula;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Arm;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Requires alternatives to exclude each other and to cover all cases, and every method to be able
 * to run.
 */
final class AlternativesRule implements GraphRule {

  @Override
  public void check(Graph graph, Diagnostics diagnostics) {
    Presence presence = graph.presence();
    for (Node node : graph.nodes()) {
      if (node.arms().stream().filter(arm -> arm.conditions().isEmpty()).count() > 1) {
        // These are two steps of the same name and no alternatives, which is reported elsewhere.
        continue;
      }
      for (Arm arm : node.arms()) {
        neverRuns(arm, node, presence, diagnostics);
      }
      if (node.isChoice()) {
        overlaps(node, presence, diagnostics);
        gaps(node, presence, diagnostics);
      }
    }
  }

  private static void neverRuns(Arm arm, Node node, Presence presence, Diagnostics diagnostics) {
    if (Cases.always(Formula.not(presence.chosen(arm)))) {
      diagnostics.report(
          NEVER_RUNS,
          arm.step().method().place(),
          "%s can never run.".formatted(display(arm, node)),
          arm.unless().isEmpty()
              ? "Its conditions exclude each other."
              : "Its alternatives cover every case.",
          "Drop it, or change the conditions.");
    }
  }

  private static void overlaps(Node node, Presence presence, Diagnostics diagnostics) {
    List<Arm> arms = node.arms().stream().filter(arm -> arm.unless().isEmpty()).toList();
    for (int i = 0; i < arms.size(); i++) {
      for (int j = i + 1; j < arms.size(); j++) {
        Formula both =
            Formula.all(List.of(presence.chosen(arms.get(i)), presence.chosen(arms.get(j))));
        Optional<Map<String, String>> overlap = Cases.counterexample(Formula.not(both));
        if (overlap.isPresent()) {
          diagnostics.report(
              OVERLAP,
              place(arms.get(j)),
              "Both %s and %s would run%s."
                  .formatted(
                      display(arms.get(i), node), display(arms.get(j), node), when(overlap.get())),
              "They are alternatives of step '%s'.".formatted(node.name()),
              "Let their conditions exclude each other, or give them names of their own.");
        }
      }
    }
  }

  private static void gaps(Node node, Presence presence, Diagnostics diagnostics) {
    Optional<Map<String, String>> gap = gap(node, presence);
    if (gap.isPresent()) {
      diagnostics.report(
          NOT_EXHAUSTIVE,
          node.step().namePlace(),
          "No alternative of step '%s' runs%s.".formatted(node.name(), when(gap.get())),
          "They are: %s."
              .formatted(
                  node.arms().stream()
                      .map(arm -> display(arm, node))
                      .collect(Collectors.joining(", "))),
          "Add one for that case, or one without @When for all other cases.");
    }
  }

  /** Returns a case in which none of the alternatives runs; empty if there is none. */
  static Optional<Map<String, String>> gap(Node node, Presence presence) {
    List<Formula> covered = new ArrayList<>();
    node.arms().forEach(arm -> covered.add(presence.chosen(arm)));
    // If a step that decides is absent, so is this step, which is not a gap.
    node.deciders().forEach(decider -> covered.add(Formula.not(presence.of(decider))));
    return Cases.counterexample(Formula.any(covered));
  }

  private static String when(Map<String, String> values) {
    if (values.isEmpty()) {
      return " in some case";
    }
    return values.entrySet().stream()
        .map(entry -> "%s is %s".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(" and ", " when ", ""));
  }

  private static String display(Arm arm, Node node) {
    return arm.step()
        .method()
        .display(node.arms().stream().map(each -> each.step().method()).toList());
  }

  private static Place place(Arm arm) {
    return arm.conditions().isEmpty() ? arm.step().namePlace() : arm.conditions().get(0).place();
  }
}
