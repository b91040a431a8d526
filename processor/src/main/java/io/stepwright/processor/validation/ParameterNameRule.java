package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.PARAMETER_NAMES;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;

/**
 * Requires the parameter names of entry points, of tools and of steps with slots, which class files
 * may have lost. Code steps need names only if types do not suffice, which binding checks.
 */
final class ParameterNameRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    agent.entryPoints().forEach(entryPoint -> check(entryPoint.method(), diagnostics));
    agent.ownTools().forEach(tool -> check(tool.method(), diagnostics));
    for (StepModel step : agent.steps()) {
      if (step.prompt() != null || step.template() != null) {
        check(step.method(), diagnostics);
      }
    }
  }

  private static void check(MethodModel method, Diagnostics diagnostics) {
    if (!method.parameters().stream().allMatch(ParameterModel::nameKnown)) {
      diagnostics.report(
          PARAMETER_NAMES,
          method.place(),
          "The parameters of %s have lost their names in its class file."
              .formatted(method.display()),
          "Inputs, slots and arguments of tools are known by their names.",
          "Compile that class with -parameters.");
    }
  }
}
