package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.NESTED_OPTIONAL;
import static io.stepwright.processor.diagnostics.DiagnosticId.STEP_RESULT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.List;

/**
 * Requires the result of a step to be a value, neither a nested promise nor a nested {@code
 * Optional}.
 */
final class StepResultRule implements AgentRule {

  private static final List<String> PROMISES =
      List.of(
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future",
          "io.stepwright.runtime.AgentResult");

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.answered()) {
      TypeRef type = step.returned().type();
      String returned = step.method().returnType().display();
      if (type.isClass("java.util.Optional")) {
        diagnostics.report(
            NESTED_OPTIONAL,
            step.method().place(),
            "%s returns %s.".formatted(step.title(), returned),
            "A step that returns Optional<T> is a step of T that may be absent; absence within"
                + " absence, or of a raw type, has no meaning.",
            "Return Optional<T> of the value itself.");
      } else if (step.returned().reported()
          || PROMISES.stream().anyMatch(type::isClass)
          || (step.returned().none() && step.returned().optional())) {
        diagnostics.report(
            STEP_RESULT,
            step.method().place(),
            "%s returns %s, which is not a value.".formatted(step.title(), returned),
            "A step returns a value, Optional<T>, CompletableFuture<T> or nothing.",
            "Return one of these.");
      } else if (step.isAbstract() && (step.returned().future() || step.returned().none())) {
        diagnostics.report(
            STEP_RESULT,
            step.method().place(),
            "%s is answered by a model but returns %s.".formatted(step.title(), returned),
            "A model's answer is a value, and the runtime awaits the step.",
            "Return the value's own type.");
      }
    }
  }
}
