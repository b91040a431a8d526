package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.BAD_RETRY;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.RetryText;
import io.stepwright.processor.model.Types;
import java.util.Locale;

/**
 * Requires at least one attempt, and only one for side effects and for steps that give the same
 * answer each time.
 */
final class RetryRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.answered()) {
      RetryText retry = step.retry();
      if (retry == null) {
        continue;
      }
      if (retry.maxAttempts() < 1) {
        diagnostics.report(
            BAD_RETRY,
            retry.place(),
            String.format(
                Locale.ROOT, "%s is given %d attempts.", step.title(), retry.maxAttempts()),
            "The number counts the first attempt too.",
            "Write at least 1.");
      } else if (step.sideEffect() && retry.maxAttempts() > 1) {
        diagnostics.report(
            BAD_RETRY,
            retry.place(),
            "%s is a side effect and has @Retry.".formatted(step.title()),
            "A side effect that failed may have happened all the same, so it is never tried again.",
            "Take one of the annotations away.");
      } else if (step.isRegexAlone() || step.isTemplateAlone()) {
        diagnostics.report(
            BAD_RETRY,
            retry.place(),
            "%s is answered by %s and has @Retry."
                .formatted(step.title(), step.regex() == null ? "code alone" : "an expression"),
            "The same values give the same answer each time.",
            "Take @Retry away.");
      }
    }
  }
}
