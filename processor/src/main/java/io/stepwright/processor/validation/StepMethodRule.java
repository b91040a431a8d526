package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.FINAL_STEP;
import static io.stepwright.processor.diagnostics.DiagnosticId.GENERIC_STEP;
import static io.stepwright.processor.diagnostics.DiagnosticId.INACCESSIBLE_STEP;
import static io.stepwright.processor.diagnostics.DiagnosticId.PRIVATE_STEP;
import static io.stepwright.processor.diagnostics.DiagnosticId.STATIC_STEP;

import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.MethodModel.Modifier;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;

/** Requires a step to be a method that the generated class can override and call. */
final class StepMethodRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.steps()) {
      MethodModel method = step.method();
      if (method.access() == Access.PRIVATE) {
        report(
            step,
            diagnostics,
            PRIVATE_STEP,
            "is private",
            method.ownerIsInterface() ? "Make it a default method." : "Make it protected.");
      } else if (method.is(Modifier.STATIC)) {
        report(step, diagnostics, STATIC_STEP, "is static", instance(method));
      } else if (method.is(Modifier.FINAL)) {
        report(step, diagnostics, FINAL_STEP, "is final", "Take 'final' away.");
      } else if (method.is(Modifier.GENERIC)) {
        report(
            step,
            diagnostics,
            GENERIC_STEP,
            "has type parameters of its own",
            "Use concrete types, or type parameters of a base class.");
      } else if (method.access() == Access.OTHER_PACKAGE) {
        report(
            step,
            diagnostics,
            INACCESSIBLE_STEP,
            "is package-private in another package",
            "Make it protected.");
      }
    }
  }

  private static String instance(MethodModel method) {
    return method.ownerIsInterface() ? "Make it a default method." : "Make it an instance method.";
  }

  private static void report(
      StepModel step, Diagnostics diagnostics, DiagnosticId id, String what, String fix) {
    diagnostics.report(
        id,
        step.method().place(),
        "Step '%s' (%s) %s.".formatted(step.name(), step.method().display(), what),
        "The generated class overrides every step.",
        fix);
  }
}
