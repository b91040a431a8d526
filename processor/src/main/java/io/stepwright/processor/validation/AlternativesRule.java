package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.NEVER_RUNS;
import static io.stepwright.processor.diagnostics.DiagnosticId.NOT_EXHAUSTIVE;
import static io.stepwright.processor.diagnostics.DiagnosticId.OVERLAP;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.Cases;
import io.stepwright.processor.model.Formula;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Branch;
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
      if (node.branches().stream().filter(branch -> branch.conditions().isEmpty()).count() > 1) {
        // These are two steps of the same name and no alternatives, which is reported elsewhere.
        continue;
      }
      for (Branch branch : node.branches()) {
        neverRuns(branch, node, presence, diagnostics);
      }
      if (node.isChoice()) {
        overlaps(node, presence, diagnostics);
        gaps(node, presence, diagnostics);
      }
    }
  }

  private static void neverRuns(
      Branch branch, Node node, Presence presence, Diagnostics diagnostics) {
    if (Cases.always(Formula.not(presence.chosen(branch)))) {
      diagnostics.report(
          NEVER_RUNS,
          branch.step().method().place(),
          "%s can never run.".formatted(display(branch, node)),
          branch.unless().isEmpty()
              ? "Its conditions exclude each other."
              : "Its alternatives cover every case.",
          "Drop it, or change the conditions.");
    }
  }

  private static void overlaps(Node node, Presence presence, Diagnostics diagnostics) {
    List<Branch> branches =
        node.branches().stream().filter(branch -> branch.unless().isEmpty()).toList();
    for (int i = 0; i < branches.size(); i++) {
      for (int j = i + 1; j < branches.size(); j++) {
        Formula both =
            Formula.all(
                List.of(presence.chosen(branches.get(i)), presence.chosen(branches.get(j))));
        Optional<Map<String, String>> overlap = Cases.counterexample(Formula.not(both));
        if (overlap.isPresent()) {
          diagnostics.report(
              OVERLAP,
              place(branches.get(j)),
              "Both %s and %s would run%s."
                  .formatted(
                      display(branches.get(i), node),
                      display(branches.get(j), node),
                      when(overlap.get())),
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
                  node.branches().stream()
                      .map(branch -> display(branch, node))
                      .collect(Collectors.joining(", "))),
          "Add one for that case, or one without @When for all other cases.");
    }
  }

  /** Returns a case in which none of the alternatives runs; empty if there is none. */
  static Optional<Map<String, String>> gap(Node node, Presence presence) {
    List<Formula> covered = new ArrayList<>();
    node.branches().forEach(branch -> covered.add(presence.chosen(branch)));
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

  private static String display(Branch branch, Node node) {
    return branch
        .step()
        .method()
        .display(node.branches().stream().map(each -> each.step().method()).toList());
  }

  private static Place place(Branch branch) {
    return branch.conditions().isEmpty()
        ? branch.step().namePlace()
        : branch.conditions().get(0).place();
  }
}
