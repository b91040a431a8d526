package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.AGENT_TYPE;
import static io.stepwright.processor.diagnostics.DiagnosticId.GENERIC_AGENT;
import static io.stepwright.processor.diagnostics.DiagnosticId.INNER_AGENT;
import static io.stepwright.processor.diagnostics.DiagnosticId.NO_ENTRY_POINT;
import static io.stepwright.processor.diagnostics.DiagnosticId.PRIVATE_AGENT;
import static io.stepwright.processor.diagnostics.DiagnosticId.SEALED_AGENT;

import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AgentModel.Kind;
import io.stepwright.processor.model.AgentModel.Trait;
import io.stepwright.processor.model.Types;

/** Requires an agent that the generated class can extend, with at least one entry point. */
final class AgentTypeRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    String name = agent.type().qualifiedName();
    if (agent.kind() == Kind.UNSUITABLE) {
      diagnostics.report(
          AGENT_TYPE,
          agent.place(),
          "%s is annotated with @Agent but is neither an abstract class nor an interface."
              .formatted(name),
          "The generated class extends it and implements its abstract methods.",
          "Declare it as an abstract class or an interface.");
    }
    if (agent.traits().contains(Trait.INNER) || agent.traits().contains(Trait.LOCAL)) {
      trait(agent, diagnostics, INNER_AGENT, "an inner or local class", "Make it a static nested");
    }
    if (agent.traits().contains(Trait.GENERIC)) {
      trait(
          agent,
          diagnostics,
          GENERIC_AGENT,
          "generic, and its type arguments are not known",
          "Annotate a subclass that fixes them instead: an");
    }
    if (agent.traits().contains(Trait.PRIVATE)) {
      trait(
          agent,
          diagnostics,
          PRIVATE_AGENT,
          "private, or inside a private type",
          "Make it a visible");
    }
    if (agent.traits().contains(Trait.SEALED)) {
      trait(agent, diagnostics, SEALED_AGENT, "sealed", "Make it a non-sealed");
    }
    if (agent.entryPoints().isEmpty()) {
      diagnostics.report(
          NO_ENTRY_POINT,
          agent.place(),
          "Agent %s has no entry point, so it cannot be run.".formatted(name),
          "Annotate an abstract method with @EntryPoint: its parameters are the inputs, its result"
              + " is a step or a record of steps.");
    }
  }

  private static void trait(
      AgentModel agent, Diagnostics diagnostics, DiagnosticId id, String what, String fix) {
    diagnostics.report(
        id,
        agent.place(),
        "Agent %s is %s.".formatted(agent.type().qualifiedName(), what),
        "The generated class is a top-level class of the same package that extends it.",
        fix + " abstract class or interface.");
  }
}
