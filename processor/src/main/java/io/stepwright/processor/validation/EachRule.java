package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.EACH_AT_ONCE;
import static io.stepwright.processor.diagnostics.DiagnosticId.EACH_FAILURE;
import static io.stepwright.processor.diagnostics.DiagnosticId.STRAY_ANNOTATION;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.ItemFailure;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.ParameterModel.EachText;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;
import java.util.Locale;

/**
 * Requires {@code @Each} to permit at least one item at a time, to stand only on parameters of
 * steps, and to agree on the effect of failed items.
 */
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
    agent.steps().forEach(step -> onFailure(step, diagnostics));
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

  private static void onFailure(StepModel step, Diagnostics diagnostics) {
    ItemFailure said = step.itemFailure();
    for (ParameterModel parameter : step.method().parameters()) {
      EachText each = parameter.each();
      if (each == null || each.onFailure() == ItemFailure.FAIL_RUN) {
        continue;
      }
      if (each.onFailure() != said) {
        diagnostics.report(
            EACH_FAILURE,
            each.onFailurePlace(),
            "Step '%s' sets %s for one of its lists and %s for another."
                .formatted(step.name(), said, each.onFailure()),
            "Each item comes from both lists, so only one setting can apply to it.",
            "Set it for one of them.");
      } else if (step.returned().none() && said == ItemFailure.GIVE_FAILURE) {
        diagnostics.report(
            EACH_FAILURE,
            each.onFailurePlace(),
            "Step '%s' keeps the failures of its items, but returns no value."
                .formatted(step.name()),
            "There is no result list that could hold them.",
            "Write LEAVE_EMPTY: the other items go on, and the report lists the failures.");
      }
    }
  }
}
