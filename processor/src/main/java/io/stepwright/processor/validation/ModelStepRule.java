package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.EMPTY_MODEL;
import static io.stepwright.processor.diagnostics.DiagnosticId.MISSING_MODEL;
import static io.stepwright.processor.diagnostics.DiagnosticId.MISSING_PROMPT;
import static io.stepwright.processor.diagnostics.DiagnosticId.MODEL_ON_CODE;
import static io.stepwright.processor.diagnostics.DiagnosticId.MODEL_PARAMETER;
import static io.stepwright.processor.diagnostics.DiagnosticId.SEVERAL_CONVERSATIONS;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.ModelRef;
import io.stepwright.processor.model.Types;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Requires a step without a body to have a model and a prompt, an expression or a template, and a
 * step with a body to have none of these.
 */
final class ModelStepRule implements AgentRule {

  private static final String ALIAS = "alias:";
  private static final Pattern ALIAS_NAME = Pattern.compile(ALIAS + "[^/\\s]+");

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.answered()) {
      if (step.isAbstract()) {
        abstractStep(step, diagnostics);
      } else {
        codeStep(step, diagnostics);
      }
      if (step.model() != null) {
        parameters(step, step.model(), diagnostics);
        conversations(step, diagnostics);
      }
    }
  }

  private static void codeStep(StepModel step, Diagnostics diagnostics) {
    if (step.model() != null) {
      onCode(step, step.model().place(), "@Model", diagnostics);
    } else if (step.prompt() != null) {
      onCode(step, step.prompt().place(), "@Prompt", diagnostics);
    } else if (step.template() != null) {
      onCode(step, step.template().place(), "@Template", diagnostics);
    } else if (step.regex() != null) {
      onCode(step, step.regex().place(), "@Regex", diagnostics);
    } else if (step.tools() != null) {
      onCode(step, step.tools().place(), "@Tools", diagnostics);
    }
  }

  private static void onCode(
      StepModel step, Place place, String annotation, Diagnostics diagnostics) {
    diagnostics.report(
        MODEL_ON_CODE,
        place,
        "%s has a body and %s.".formatted(step.title(), annotation),
        "The body would never run, or the annotation mean nothing.",
        "Take the body away%s, or take %s away."
            .formatted(
                step.method().ownerIsInterface() ? "" : " and make the method abstract",
                annotation));
  }

  private static void abstractStep(StepModel step, Diagnostics diagnostics) {
    if (step.template() != null) {
      // {@code TemplateRule} checks these steps, because the files decide whether a model is
      // needed.
      return;
    }
    if (step.model() == null && step.prompt() != null) {
      diagnostics.report(
          MISSING_MODEL,
          step.prompt().place(),
          "%s has @Prompt, but no @Model says who answers it.".formatted(step.title()),
          "Add @Model(\"…\").");
    } else if (step.model() == null && step.regex() == null) {
      diagnostics.report(
          MISSING_MODEL,
          step.method().place(),
          "%s is abstract, but no @Model says who answers it.".formatted(step.title()),
          "Add @Model(\"…\") and @Prompt(\"…\"), or @Regex(\"…\"), or "
              + (step.method().ownerIsInterface()
                  ? "make it a default method."
                  : "give the method a body."));
    } else if (step.model() != null && step.prompt() == null) {
      diagnostics.report(
          MISSING_PROMPT,
          step.model().place(),
          "%s has @Model but no @Prompt, so the model would be asked nothing."
              .formatted(step.title()),
          "Add @Prompt(\"… {{parameter}} …\").");
    }
  }

  private static void parameters(StepModel step, ModelRef model, Diagnostics diagnostics) {
    name(step, model.name(), diagnostics);
    model.fallback().forEach(fallback -> name(step, fallback, diagnostics));
    if (model.temperature() < 0 || model.temperature() > 2) {
      diagnostics.report(
          MODEL_PARAMETER,
          model.temperaturePlace(),
          "The temperature of %s is %s.".formatted(step.display(), model.temperature()),
          "Temperatures go from 0 to 2.");
    }
    if (model.maxOutputTokens() < 0) {
      diagnostics.report(
          MODEL_PARAMETER,
          model.maxOutputTokensPlace(),
          String.format(
              Locale.ROOT,
              "%s limits the answer to %d tokens.",
              step.title(),
              model.maxOutputTokens()),
          "Write a positive number, or leave it out for no limit.");
    }
  }

  private static void conversations(StepModel step, Diagnostics diagnostics) {
    ParameterModel first = step.history();
    for (ParameterModel parameter : step.method().parameters()) {
      if (first != null && parameter.isHistory() && !parameter.equals(first)) {
        diagnostics.report(
            SEVERAL_CONVERSATIONS,
            parameter.place(),
            "%s takes two conversations, '%s' and '%s'."
                .formatted(step.title(), first.name(), parameter.name()),
            "A model continues one.",
            "Join them in a code step, or drop one of them.");
      }
    }
  }

  private static void name(StepModel step, Named model, Diagnostics diagnostics) {
    String name = model.text();
    if (name.isBlank() || name.startsWith("/") || name.endsWith("/")) {
      diagnostics.report(
          EMPTY_MODEL,
          model.place(),
          "%s names no model: '%s'.".formatted(step.title(), name),
          "Write a model's name, provider/name, or alias:name.");
    } else if (name.startsWith(ALIAS) && !ALIAS_NAME.matcher(name).matches()) {
      diagnostics.report(
          EMPTY_MODEL,
          model.place(),
          "%s names no alias: '%s'.".formatted(step.title(), name),
          "Write alias: and a name without blanks and slashes, as in stepwright.models.<name>.");
    }
  }
}
