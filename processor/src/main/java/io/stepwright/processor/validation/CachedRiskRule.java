package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.CACHED_TEMPERATURE;
import static io.stepwright.processor.diagnostics.DiagnosticId.CACHED_WITHOUT_GUARDS;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.model.Types;

/** Warns of caches that work but may give unwanted answers. */
final class CachedRiskRule implements AgentRule {

  private static final double VARIED = 0.3;

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.answered()) {
      if (step.cache() != null) {
        guards(step, step.cache(), diagnostics);
        temperature(step, diagnostics);
      }
    }
  }

  private static void guards(StepModel step, CacheText cache, Diagnostics diagnostics) {
    if (cache.isSemantic() && cache.guards().isEmpty()) {
      diagnostics.report(
          CACHED_WITHOUT_GUARDS,
          cache.guardsPlace(),
          "%s compares texts by meaning without any guard.".formatted(step.title()),
          "\"Cancel it\" and \"Don't cancel it\", or two order numbers, are near each other.",
          "Leave guards out to have them all.");
    }
  }

  private static void temperature(StepModel step, Diagnostics diagnostics) {
    if (step.cache() != null && step.model() != null && step.model().temperature() > VARIED) {
      diagnostics.report(
          CACHED_TEMPERATURE,
          step.model().temperaturePlace(),
          "%s has a temperature of %s and is cached."
              .formatted(step.title(), step.model().temperature()),
          "The temperature makes each answer another one, the cache serves one of them again and again.",
          "Take one of the two away.");
    }
  }
}
