package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.ALTERNATIVES;
import static io.stepwright.processor.diagnostics.DiagnosticId.DUPLICATE_STEP;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requires a step name to stand for one step: one method, or alternatives of the same type. */
final class DuplicateStepRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    Map<String, List<StepModel>> byName = new LinkedHashMap<>();
    for (StepModel step : agent.steps()) {
      byName.computeIfAbsent(step.name(), name -> new ArrayList<>()).add(step);
    }
    for (List<StepModel> methods : byName.values()) {
      List<StepModel> unconditional =
          methods.stream().filter(method -> method.when().isEmpty()).toList();
      for (int i = 1; i < unconditional.size(); i++) {
        duplicate(agent, unconditional.get(0), unconditional.get(i), diagnostics);
      }
      if (unconditional.size() <= 1) {
        for (int i = 1; i < methods.size(); i++) {
          alternative(methods.get(0), methods.get(i), types, diagnostics);
        }
      }
    }
  }

  private static void duplicate(
      AgentModel agent, StepModel first, StepModel second, Diagnostics diagnostics) {
    diagnostics.report(
        DUPLICATE_STEP,
        second.namePlace(),
        "Two steps of agent %s are named '%s': %s and %s."
            .formatted(agent.name(), second.name(), display(first, second), display(second, first)),
        "Give one of them another name, @AgentStep(\"…\"), or tell them apart by @When, or by parameters of different records of a sealed type.");
  }

  private static String display(StepModel step, StepModel beside) {
    return step.method().display(List.of(beside.method()));
  }

  private static void alternative(
      StepModel first, StepModel second, Types types, Diagnostics diagnostics) {
    // Boxed, because an {@code Optional<Boolean>} is a boolean that may be absent.
    if (!types.boxed(first.value().type()).equals(types.boxed(second.value().type()))) {
      diagnostics.report(
          ALTERNATIVES,
          second.method().place(),
          "Alternatives of step '%s' return different types: %s is of type %s, %s of type %s."
              .formatted(
                  second.name(),
                  display(first, second),
                  first.value().type().display(),
                  display(second, first),
                  second.value().type().display()),
          "A step that takes the value must not depend on which alternative ran.",
          "Return the same type from both, such as a sealed interface.");
    } else if (first.value().none()) {
      diagnostics.report(
          ALTERNATIVES,
          second.method().place(),
          "Alternatives of step '%s' return no value: %s and %s."
              .formatted(second.name(), display(first, second), display(second, first)),
          "Later steps could not tell which of them ran.",
          "Give each a name of its own.");
    }
  }
}
