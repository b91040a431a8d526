package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.EACH_TOGETHER;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.ParameterModel.EachText;
import java.util.List;

/** Requires lists that a step fans out over together to originate from the same list. */
final class EachTogetherRule implements GraphRule {

  @Override
  public void check(Graph graph, Diagnostics diagnostics) {
    for (Node node : graph.nodes()) {
      node.branches().forEach(branch -> check(branch, diagnostics));
    }
  }

  private static void check(Branch branch, Diagnostics diagnostics) {
    List<Binding> lists =
        branch.bindings().stream().filter(binding -> binding.parameter().each() != null).toList();
    for (int i = 1; i < lists.size(); i++) {
      Binding first = lists.get(0);
      Binding other = lists.get(i);
      EachText each = other.parameter().each();
      if (each != null && !first.origin().equals(other.origin())) {
        diagnostics.report(
            EACH_TOGETHER,
            each.path().place(),
            "Step '%s' goes through '%s' and '%s' side by side, which are made of different lists: %s and %s."
                .formatted(
                    branch.step().name(),
                    first.path().text(),
                    other.path().text(),
                    first.origin().text(),
                    other.origin().text()),
            "They could have different lengths.",
            "Join them in a code step, and go through that list.");
      }
    }
  }
}
