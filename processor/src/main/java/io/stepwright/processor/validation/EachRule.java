package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.EACH_AT_ONCE;
import static io.stepwright.processor.diagnostics.DiagnosticId.STRAY_ANNOTATION;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;
import java.util.Locale;

/** At least one item at a time, and items only where a step takes them. */
final class EachRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.steps()) {
      for (ParameterModel parameter : step.method().parameters()) {
        if (parameter.each() != null && parameter.each().atOnce() < 1) {
          diagnostics.report(
              EACH_AT_ONCE,
              parameter.each().atOncePlace(),
              String.format(
                  Locale.ROOT,
                  "Step '%s' runs %d items at once.",
                  step.name(),
                  parameter.each().atOnce()),
              "Write at least 1.");
        }
      }
    }
    for (EntryPointModel entryPoint : agent.entryPoints()) {
      for (ParameterModel input : entryPoint.method().parameters()) {
        if (input.each() != null) {
          diagnostics.report(
              STRAY_ANNOTATION,
              input.place(),
              "Input '%s' of entry point %s has @Each."
                  .formatted(input.name(), entryPoint.method().display()),
              "Only a step goes through a list.",
              "Put it on the parameter of the step.");
        }
      }
    }
  }
}
