package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.DUPLICATE_STEP;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;
import java.util.HashMap;
import java.util.Map;

/** A step name means one step. */
final class DuplicateStepRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    Map<String, StepModel> first = new HashMap<>();
    for (StepModel step : agent.steps()) {
      StepModel earlier = first.putIfAbsent(step.name(), step);
      if (earlier != null) {
        diagnostics.report(
            DUPLICATE_STEP,
            step.namePlace(),
            "Two steps of agent %s are named '%s': %s and %s."
                .formatted(
                    agent.name(), step.name(), earlier.method().display(), step.method().display()),
            "Give one of them another name: @AgentStep(\"…\").");
      }
    }
  }
}
