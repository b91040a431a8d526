package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.THROWS_THROWABLE;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.CheckModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;

/** Requires steps, checks and tools to declare only exceptions and errors. */
final class ThrownRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.steps()) {
      check(
          "Step '%s' (%s)".formatted(step.name(), step.method().display()),
          step.method(),
          types,
          diagnostics);
    }
    for (ToolModel tool : agent.ownTools()) {
      check(
          "%s (%s)".formatted(tool.title(), tool.method().display()),
          tool.method(),
          types,
          diagnostics);
    }
    for (CheckModel check : agent.checks()) {
      check("Check " + check.method().display(), check.method(), types, diagnostics);
    }
  }

  private static void check(
      String owner, MethodModel method, Types types, Diagnostics diagnostics) {
    for (TypeRef thrown : method.thrown()) {
      if (!types.isExceptionOrError(thrown)) {
        diagnostics.report(
            THROWS_THROWABLE,
            method.place(),
            "%s declares that it throws %s.".formatted(owner, thrown.display()),
            "A run may continue after an exception but not after an error, and this type may be"
                + " either.",
            "Declare the exceptions that it throws, or Exception.");
      }
    }
  }
}
