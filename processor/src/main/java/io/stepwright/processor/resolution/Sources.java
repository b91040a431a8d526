package io.stepwright.processor.resolution;

import io.stepwright.config.Nearest;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Graph.EntryInput;
import io.stepwright.processor.model.Graph.Source;
import io.stepwright.processor.model.Graph.StepValue;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.Types.Accessor;
import io.stepwright.processor.model.ValuePath;
import io.stepwright.processor.resolution.PathResolver.Unresolved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All values that a parameter can be bound to in one entry point: its inputs and the agent's steps.
 */
final class Sources {

  private final AgentModel agent;
  private final EntryPointModel entryPoint;
  private final Types types;
  private final Map<String, ParameterModel> inputs = new LinkedHashMap<>();
  private final Map<String, List<StepModel>> steps = new LinkedHashMap<>();

  Sources(AgentModel agent, EntryPointModel entryPoint, Types types) {
    this.agent = agent;
    this.entryPoint = entryPoint;
    this.types = types;
    for (ParameterModel input : entryPoint.method().parameters()) {
      inputs.put(input.name(), input);
    }
    for (StepModel step : agent.steps()) {
      steps.computeIfAbsent(step.name(), name -> new ArrayList<>()).add(step);
    }
  }

  /**
   * Returns the input or step of a name. An input takes precedence; a step of the same name is
   * reported elsewhere.
   */
  Optional<Source> byName(String name) {
    if (inputs.containsKey(name)) {
      return Optional.of(new EntryInput(inputs.get(name)));
    }
    return step(name).map(StepValue::new);
  }

  /** Returns the step of a name; for a choice, its first method. */
  Optional<StepModel> step(String name) {
    return branches(name).stream().findFirst();
  }

  /** Returns the methods that produce the value of a step. */
  List<StepModel> branches(String name) {
    return steps.getOrDefault(name, List.of());
  }

  /**
   * Resolves a path that starts at an input or a step. If the path leads to no value, the problem
   * is passed on and the result is empty.
   */
  Optional<ValuePath> path(String text, Narrowing narrowing, Consumer<Unresolved> problem) {
    String[] names = text.split("\\.", -1);
    Optional<Source> root = byName(names[0]);
    if (root.isEmpty()) {
      problem.accept(
          new Unresolved(
              "no input or step of entry point %s is named '%s'."
                  .formatted(entryPoint.method().display(), names[0]),
              names().isEmpty() ? "It has none." : "It has: " + String.join(", ", names()) + ".",
              forgotten(names[0]).orElse(Nearest.hint(names[0], names()).strip())));
      return Optional.empty();
    }
    List<Accessor> accessors = new ArrayList<>();
    Unresolved unresolved =
        PathResolver.follow(root.get().type(), names, types, narrowing, accessors);
    if (unresolved != null) {
      problem.accept(unresolved);
      return Optional.empty();
    }
    TypeRef type =
        accessors.isEmpty() ? root.get().type() : accessors.get(accessors.size() - 1).type();
    return Optional.of(new ValuePath(text, root.get(), accessors, type, null));
  }

  /** Returns the inputs and steps whose type, after boxing, equals a type. */
  List<Source> ofType(TypeRef type) {
    List<Source> found = new ArrayList<>();
    for (ParameterModel input : inputs.values()) {
      if (same(input.type(), type)) {
        found.add(new EntryInput(input));
      }
    }
    for (List<StepModel> branches : steps.values()) {
      StepModel step = branches.get(0);
      if (!step.value().none() && same(step.value().type(), type)) {
        found.add(new StepValue(step));
      }
    }
    return found;
  }

  /** Returns the steps whose type, after boxing, equals a type. */
  List<StepModel> stepsOfType(TypeRef type) {
    return ofType(type).stream()
        .filter(StepValue.class::isInstance)
        .map(source -> ((StepValue) source).step())
        .toList();
  }

  /** Returns the names of all inputs and steps. */
  List<String> names() {
    List<String> names = new ArrayList<>(inputs.keySet());
    names.addAll(steps.keySet());
    return names;
  }

  /**
   * Returns advice for a name that is not a step, if the agent has a method of that name without an
   * annotation.
   */
  Optional<String> forgotten(String name) {
    return agent.adviceOnPlainMethod(name);
  }

  List<String> stepNames() {
    return List.copyOf(steps.keySet());
  }

  /** Returns the kind of a source, for messages. */
  static String kind(Source source) {
    return source instanceof StepValue ? "step" : "input";
  }

  private boolean same(TypeRef a, TypeRef b) {
    return types.boxed(a).equals(types.boxed(b));
  }
}
