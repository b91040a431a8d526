package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.AMBIGUOUS_RESULT;
import static io.stepwright.processor.diagnostics.DiagnosticId.ENTRY_POINT_RESULT;
import static io.stepwright.processor.diagnostics.DiagnosticId.INACCESSIBLE_TYPE;
import static io.stepwright.processor.diagnostics.DiagnosticId.NO_RESULT;
import static io.stepwright.processor.diagnostics.DiagnosticId.TYPE_MISMATCH;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.AssembledResult;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.NoResult;
import io.stepwright.processor.model.Graph.StepResult;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the result of an entry point: the step that it names, otherwise the only step of its type,
 * otherwise a record made of inputs and steps.
 */
final class ResultResolver {

  private final AgentModel agent;
  private final EntryPointModel entryPoint;
  private final Sources sources;
  private final Types types;
  private final Diagnostics diagnostics;

  ResultResolver(
      AgentModel agent,
      EntryPointModel entryPoint,
      Sources sources,
      Types types,
      Diagnostics diagnostics) {
    this.agent = agent;
    this.entryPoint = entryPoint;
    this.sources = sources;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  Optional<Graph.Result> resolve() {
    if (entryPoint.result().none()) {
      return nothing();
    }
    if (entryPoint.result().wrapped()) {
      return Optional.empty(); // {@code EntryPointRule} reports the wrapper.
    }
    TypeRef type = entryPoint.result().type();
    Named named = entryPoint.step();
    if (named != null) {
      return named(named, type);
    }
    List<StepModel> candidates = sources.stepsOfType(type);
    if (candidates.size() == 1) {
      return Optional.of(new StepResult(candidates.get(0)));
    }
    if (candidates.size() > 1) {
      ambiguous(type, candidates);
      return Optional.empty();
    }
    Optional<List<ParameterModel>> components = types.components(type);
    if (components.isEmpty()) {
      missing(type);
      return Optional.empty();
    }
    if (types.accessible(type) && !types.makeable(type)) {
      diagnostics.report(
          INACCESSIBLE_TYPE,
          entryPoint.method().place(),
          "Entry point %s returns %s, which the generated class cannot make."
              .formatted(entryPoint.method().display(), type.display()),
          "Its constructor is not public, and it belongs to another package.",
          "Make the record public, or return the value of a step.");
      return Optional.empty();
    }
    return assembled(type, components.get());
  }

  private Optional<Graph.Result> nothing() {
    if (entryPoint.step() == null && entryPoint.also().isEmpty()) {
      diagnostics.report(
          ENTRY_POINT_RESULT,
          entryPoint.method().place(),
          "Entry point %s returns nothing and names no step, so nothing would run."
              .formatted(entryPoint.method().display()),
          "Return a value, or name steps: @EntryPoint(also = \"…\").");
      return Optional.empty();
    }
    return Optional.of(new NoResult());
  }

  private Optional<Graph.Result> named(Named named, TypeRef type) {
    Optional<StepModel> step = new StepLookup(agent.name(), sources, diagnostics).find(named);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    if (!types.assignable(step.get().value().type(), type)) {
      diagnostics.report(
          TYPE_MISMATCH,
          named.place(),
          "Entry point %s returns %s, but step '%s' is of type %s."
              .formatted(
                  entryPoint.method().display(),
                  type.display(),
                  named.text(),
                  step.get().value().type().display()),
          "Change one of the types, or name another step.");
      return Optional.empty();
    }
    return step.map(StepResult::new);
  }

  private void ambiguous(TypeRef type, List<StepModel> candidates) {
    diagnostics.report(
        AMBIGUOUS_RESULT,
        entryPoint.method().place(),
        "Entry point %s returns %s, and several steps are of that type: %s."
            .formatted(
                entryPoint.method().display(),
                type.display(),
                candidates.stream().map(StepModel::name).collect(Collectors.joining(", "))),
        "Name the intended one: @EntryPoint(\"%s\").".formatted(candidates.get(0).name()));
  }

  private void missing(TypeRef type) {
    String fitting =
        agent.steps().stream()
            .filter(step -> !step.value().none() && types.assignable(step.value().type(), type))
            .map(StepModel::name)
            .findFirst()
            .map(name -> "Step '%s' would fit: write @EntryPoint(\"%s\").".formatted(name, name))
            .orElse("Add a step of that type, or return a record of what the steps bring.");
    diagnostics.report(
        NO_RESULT,
        entryPoint.method().place(),
        "Entry point %s returns %s, but no step is of that type, and it is not a record."
            .formatted(entryPoint.method().display(), type.display()),
        fitting);
  }

  private Optional<Graph.Result> assembled(TypeRef type, List<ParameterModel> components) {
    String consumer =
        type instanceof TypeRef.Declared declared
            ? "record " + declared.qualifiedName()
            : type.display();
    Binder binder =
        new Binder(
            sources,
            types,
            diagnostics,
            consumer,
            GraphResolver.describe(entryPoint),
            "",
            Narrowing.NONE);
    List<Binding> bindings = binder.bind(components);
    return bindings.size() == components.size()
        ? Optional.of(new AssembledResult(type, bindings))
        : Optional.empty();
  }
}
