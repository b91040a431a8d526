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
 * Limits the parameters of methods. Generated methods take the parameters of the agent's methods
 * and some more. The JVM allows a method 255 slots for its object and its parameters, of which a
 * {@code long} and a {@code double} take two (JVMS 4.3.3).
 */
final class ParameterCountRule implements AgentRule {

  private static final int PLACES = 255;

  /** Slots for the object, and for the run, the step or the runtime. */
  private static final int OURS = 2;

  /** Slots of a fan-out, which may take an index as well. */
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
    for (StepModel step : agent.answered()) {
      String name = "%s (%s)".formatted(step.title(), step.method().display());
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
