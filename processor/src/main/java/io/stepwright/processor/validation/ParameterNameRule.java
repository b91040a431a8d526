package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.PARAMETER_NAMES;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;

/** Methods of class files may have lost the names of their parameters. */
final class ParameterNameRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    agent.entryPoints().forEach(entryPoint -> check(entryPoint.method(), false, diagnostics));
    for (StepModel step : agent.steps()) {
      // A prompt names its parameters, whatever they are bound to.
      check(step.method(), step.prompt() == null, diagnostics);
    }
  }

  private static void check(MethodModel method, boolean fromWillDo, Diagnostics diagnostics) {
    for (ParameterModel parameter : method.parameters()) {
      if (!parameter.nameKnown() && !(fromWillDo && parameter.from() != null)) {
        diagnostics.report(
            PARAMETER_NAMES,
            method.place(),
            "The parameters of %s have lost their names in its class file."
                .formatted(method.display()),
            "Parameters are bound by name.",
            "Compile that class with -parameters"
                + (fromWillDo ? ", or write @From(\"…\") on them." : "."));
        return;
      }
    }
  }
}
