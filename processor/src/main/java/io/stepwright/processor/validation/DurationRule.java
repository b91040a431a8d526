package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.BAD_DURATION;
import static io.stepwright.processor.diagnostics.DiagnosticId.TIMEOUT_ORDER;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.LimitText;
import io.stepwright.processor.model.StepModel.Limits;
import io.stepwright.processor.model.Types;

/**
 * Requires timeouts to be durations, and the limit of an attempt not to exceed that of the step.
 */
final class DurationRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (EntryPointModel entryPoint : agent.entryPoints()) {
      if (entryPoint.timeout() != null && !entryPoint.unlimited()) {
        check(
            entryPoint.timeout(),
            "entry point " + entryPoint.method().display(),
            " or 'none'",
            diagnostics);
      }
    }
    for (StepModel step : agent.answered()) {
      if (step.cache() != null) {
        check(step.cache().ttl(), "the ttl of " + step.display(), "", diagnostics);
      }
      Limits limits = step.timeout();
      if (limits != null) {
        check(limits.total(), step.display(), "", diagnostics);
        if (limits.attempt() != null) {
          check(limits.attempt(), step.display(), "", diagnostics);
          order(step, limits.total(), limits.attempt(), diagnostics);
        }
      }
    }
  }

  private static void check(LimitText limit, String owner, String more, Diagnostics diagnostics) {
    if (limit.value() == null) {
      diagnostics.report(
          BAD_DURATION,
          limit.text().place(),
          "'%s' is not a duration that %s can have.".formatted(limit.text().text(), owner),
          "Write 500ms, 2s, 5m, 1h or ISO-8601 such as PT2S%s; it must be longer than nothing."
              .formatted(more));
    }
  }

  private static void order(
      StepModel step, LimitText total, LimitText attempt, Diagnostics diagnostics) {
    if (total.value() != null
        && attempt.value() != null
        && attempt.value().compareTo(total.value()) > 0) {
      diagnostics.report(
          TIMEOUT_ORDER,
          attempt.text().place(),
          "%s gives one attempt %s, but has only %s in all."
              .formatted(step.title(), attempt.text().text(), total.text().text()),
          "The first value limits the step with all of its attempts.",
          "Make the total at least as long as one attempt.");
    }
  }
}
