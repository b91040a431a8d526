package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.BAD_SIMILARITY;
import static io.stepwright.processor.diagnostics.DiagnosticId.CACHED_CODE;
import static io.stepwright.processor.diagnostics.DiagnosticId.CACHED_REGEX;
import static io.stepwright.processor.diagnostics.DiagnosticId.CACHED_SIDE_EFFECT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.model.Types;

/** Permits caching only for answers of models, and only for steps without side effects. */
final class CachedStepRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.answered()) {
      if (step.cache() != null) {
        kind(step, step.cache(), diagnostics);
        similarity(step, step.cache(), diagnostics);
      }
    }
  }

  private static void kind(StepModel step, CacheText cache, Diagnostics diagnostics) {
    if (step.sideEffect() || step.value().none()) {
      diagnostics.report(
          CACHED_SIDE_EFFECT,
          cache.place(),
          "%s %s and is cached."
              .formatted(step.title(), step.sideEffect() ? "is a side effect" : "returns no value"),
          "On a hit, its effect would not happen.",
          "Take @Cached away.");
    } else if (!step.isAbstract()) {
      diagnostics.report(
          CACHED_CODE,
          cache.place(),
          "%s has a body and is cached.".formatted(step.title()),
          "The key holds neither the values that its code reads nor the code itself.",
          "Take @Cached away, or remember values in the code.");
    } else if (step.isRegexAlone()) {
      diagnostics.report(
          CACHED_REGEX,
          cache.place(),
          "%s is answered by an expression and is cached.".formatted(step.title()),
          "Searching again costs less than looking up.",
          "Take @Cached away.");
    }
  }

  private static void similarity(StepModel step, CacheText cache, Diagnostics diagnostics) {
    if (!(cache.similarity() > 0 && cache.similarity() <= 1)) {
      diagnostics.report(
          BAD_SIMILARITY,
          cache.similarityPlace(),
          "The similarity of %s is %s.".formatted(step.display(), cache.similarity()),
          "It is the least cosine of two texts that share an answer, above 0 and at most 1.",
          "Write 0.95 for nearly the same text, or leave it out for equal values only.");
    }
  }
}
