package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.EMPTY_MODEL;
import static io.stepwright.processor.diagnostics.DiagnosticId.MISSING_MODEL;
import static io.stepwright.processor.diagnostics.DiagnosticId.MISSING_PROMPT;
import static io.stepwright.processor.diagnostics.DiagnosticId.MODEL_ON_CODE;
import static io.stepwright.processor.diagnostics.DiagnosticId.MODEL_PARAMETER;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.ModelRef;
import io.stepwright.processor.model.Types;

/** A step without a body needs a model and a prompt; one with a body has neither. */
final class ModelStepRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.steps()) {
      if (step.isAbstract()) {
        abstractStep(step, diagnostics);
      } else if (step.model() != null) {
        diagnostics.report(
            MODEL_ON_CODE,
            step.model().place(),
            "Step '%s' has a body and @Model.".formatted(step.name()),
            "The body would never run, or the model never be asked.",
            "Make the method abstract, or take @Model and @Prompt away.");
      } else if (step.prompt() != null) {
        diagnostics.report(
            MODEL_ON_CODE,
            step.prompt().place(),
            "Step '%s' has a body and @Prompt.".formatted(step.name()),
            "No model is asked, so nobody reads the prompt.",
            "Make the method abstract and add @Model, or take @Prompt away.");
      }
      if (step.model() != null) {
        parameters(step, step.model(), diagnostics);
      }
    }
  }

  private static void abstractStep(StepModel step, Diagnostics diagnostics) {
    if (step.model() == null) {
      diagnostics.report(
          MISSING_MODEL,
          step.method().place(),
          "Step '%s' is abstract, but no @Model says who answers it.".formatted(step.name()),
          "Add @Model(\"…\") and @Prompt(\"…\"), or give the method a body.");
    } else if (step.prompt() == null) {
      diagnostics.report(
          MISSING_PROMPT,
          step.model().place(),
          "Step '%s' has @Model but no @Prompt, so the model would be asked nothing."
              .formatted(step.name()),
          "Add @Prompt(\"… {{parameter}} …\").");
    }
  }

  private static void parameters(StepModel step, ModelRef model, Diagnostics diagnostics) {
    String name = model.name().text();
    if (name.isBlank() || name.startsWith("/") || name.endsWith("/")) {
      diagnostics.report(
          EMPTY_MODEL,
          model.name().place(),
          "Step '%s' names no model: '%s'.".formatted(step.name(), name),
          "Write a model's name, provider/name, or a configured alias.");
    }
    if (model.temperature() < 0 || model.temperature() > 2) {
      diagnostics.report(
          MODEL_PARAMETER,
          model.temperaturePlace(),
          "The temperature of step '%s' is %s.".formatted(step.name(), model.temperature()),
          "Temperatures go from 0 to 2.");
    }
    if (model.maxOutputTokens() < 0) {
      diagnostics.report(
          MODEL_PARAMETER,
          model.maxOutputTokensPlace(),
          "Step '%s' limits the answer to %d tokens."
              .formatted(step.name(), model.maxOutputTokens()),
          "Write a positive number, or leave it out for no limit.");
    }
  }
}
