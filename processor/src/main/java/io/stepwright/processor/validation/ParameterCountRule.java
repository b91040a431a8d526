package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.TOO_MANY_PARAMETERS;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.ConstructorModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;
import java.util.List;
import java.util.Locale;

/**
 * Generated methods take what those of the agent take, and something more. A method has 255 places
 * for its object and its parameters, of which a long and a double take two (JVMS 4.3.3).
 */
final class ParameterCountRule implements AgentRule {

  private static final int PLACES = 255;

  /** The object, and the run, the step or the runtime. */
  private static final int OURS = 2;

  /** Where lists are gone through side by side there is an index, too. */
  private static final int OURS_IN_LIST = 3;

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (ConstructorModel constructor : agent.constructors()) {
      check("A constructor of " + agent.name(), constructor.parameters(), OURS, diagnostics);
    }
    for (EntryPointModel entryPoint : agent.entryPoints()) {
      String name = "Entry point " + entryPoint.method().display();
      check(name, entryPoint.method().parameters(), OURS, diagnostics);
    }
    for (StepModel step : agent.steps()) {
      String name = "Step '%s' (%s)".formatted(step.name(), step.method().display());
      int ours = step.isFanOut() ? OURS_IN_LIST : OURS;
      check(name, step.method().parameters(), ours, diagnostics);
    }
  }

  private static void check(
      String owner, List<ParameterModel> parameters, int ours, Diagnostics diagnostics) {
    int taken = ours;
    for (ParameterModel parameter : parameters) {
      taken += parameter.places();
      if (taken > PLACES) {
        diagnostics.report(
            TOO_MANY_PARAMETERS,
            parameter.place(),
            "%s has more parameters than the generated class can hand on, from '%s' on."
                .formatted(owner, parameter.name()),
            String.format(
                Locale.ROOT,
                "They take at most %d places, of which a long and a double take two.",
                PLACES - ours),
            "Put some of them into a record.");
        return;
      }
    }
  }
}
