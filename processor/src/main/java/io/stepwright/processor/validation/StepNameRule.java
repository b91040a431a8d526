package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.STEP_NAME;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;
import javax.lang.model.SourceVersion;

/**
 * Requires step names to be identifiers, because they become names of local variables and
 * constants.
 */
final class StepNameRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.steps()) {
      if (!SourceVersion.isIdentifier(step.name()) || SourceVersion.isKeyword(step.name())) {
        diagnostics.report(
            STEP_NAME,
            step.namePlace(),
            "The step name '%s' is not a Java identifier.".formatted(step.name()),
            "It becomes the name of a local variable.",
            "Use letters and digits, beginning with a lower-case letter.");
      }
    }
  }
}
