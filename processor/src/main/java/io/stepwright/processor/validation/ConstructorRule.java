package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.NO_CONSTRUCTOR;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AgentModel.Kind;
import io.stepwright.processor.model.Types;

/** Requires a class to have a constructor that the generated class can call. */
final class ConstructorRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    if (agent.kind() == Kind.ABSTRACT_CLASS && agent.constructors().isEmpty()) {
      diagnostics.report(
          NO_CONSTRUCTOR,
          agent.place(),
          "All constructors of agent %s are private, or take types that the generated class cannot name."
              .formatted(agent.type().qualifiedName()),
          "The generated class extends it and must call one of them.",
          "Make one protected.");
    }
  }
}
