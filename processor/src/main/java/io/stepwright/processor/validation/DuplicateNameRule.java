package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.DUPLICATE_NAME;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.ParameterModel;
import java.util.Map;

/** Forbids an input and a step of the same name in one entry point. */
final class DuplicateNameRule implements GraphRule {

  @Override
  public void check(Graph graph, Diagnostics diagnostics) {
    Map<String, Node> steps = graph.byName();
    for (ParameterModel input : graph.entryPoint().method().parameters()) {
      Node step = steps.get(input.name());
      if (step != null) {
        diagnostics.report(
            DUPLICATE_NAME,
            input.place(),
            "'%s' is an input of entry point %s and a step that it runs (%s)."
                .formatted(
                    input.name(),
                    graph.entryPoint().method().display(),
                    step.step().method().display()),
            "A parameter of that name could take either of them.",
            "Rename one of them.");
      }
    }
  }
}
