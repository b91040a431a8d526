package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.UNUSED_ACTION;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNUSED_STEP;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import java.util.Set;

/** Reports steps that no entry point reaches. */
final class UnusedStepRule {

  private UnusedStepRule() {}

  static void check(AgentModel agent, Set<String> reached, Diagnostics diagnostics) {
    for (StepModel step : agent.steps()) {
      if (reached.contains(step.name())) {
        continue;
      }
      if (step.value().none()) {
        diagnostics.report(
            UNUSED_ACTION,
            step.method().place(),
            "Step '%s' returns nothing and no entry point names it, so it never runs."
                .formatted(step.name()),
            "It has no value that another step could take.",
            "Name it in @EntryPoint(also = \"%s\") or in @AgentStep(after = …)."
                .formatted(step.name()));
      } else {
        diagnostics.report(
            UNUSED_STEP,
            step.method().place(),
            "No entry point needs step '%s', so it never runs by itself.".formatted(step.name()),
            "Take its value somewhere, name it in @EntryPoint(also = \"%s\"), or drop it."
                .formatted(step.name()));
      }
    }
  }
}
