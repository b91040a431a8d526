package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.MAYBE_ABSENT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.AssembledResult;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.StepResult;
import io.stepwright.processor.model.Graph.StepValue;
import java.util.Map;
import java.util.Set;

/** A result that may be absent must say so in its type. */
final class AbsenceRule implements GraphRule {

  @Override
  public void check(Graph graph, Diagnostics diagnostics) {
    if (graph.entryPoint().result().optional()) {
      return;
    }
    Map<String, Set<String>> causes = graph.causesOfAbsence();
    String entryPoint = graph.entryPoint().method().display();
    if (graph.result() instanceof StepResult result) {
      Set<String> why = causes.getOrDefault(result.step().name(), Set.of());
      if (!why.isEmpty()) {
        diagnostics.report(
            MAYBE_ABSENT,
            graph.entryPoint().method().place(),
            "The result of entry point %s may be absent: step '%s' is absent when %s decides so."
                .formatted(entryPoint, result.step().name(), list(why)),
            "Return Optional<%s>.".formatted(graph.entryPoint().result().type().display()));
      }
    } else if (graph.result() instanceof AssembledResult result) {
      result.components().forEach(component -> check(component, graph, causes, diagnostics));
    }
  }

  private static void check(
      Binding component, Graph graph, Map<String, Set<String>> causes, Diagnostics diagnostics) {
    if (!(component.source() instanceof StepValue) || component.toleratesAbsence()) {
      return;
    }
    Set<String> why = causes.getOrDefault(component.source().name(), Set.of());
    if (!why.isEmpty()) {
      String type = component.parameter().type().display();
      diagnostics.report(
          MAYBE_ABSENT,
          component.parameter().place(),
          "Component '%s' of %s may be absent: step '%s' is absent when %s decides so."
              .formatted(
                  component.parameter().name(),
                  graph.entryPoint().result().type().display(),
                  component.source().name(),
                  list(why)),
          "Make the component Optional<%s>, or return Optional<%s> from %s."
              .formatted(
                  type,
                  graph.entryPoint().result().type().display(),
                  graph.entryPoint().method().display()));
    }
  }

  private static String list(Set<String> steps) {
    return "'" + String.join("' or '", steps) + "'";
  }
}
