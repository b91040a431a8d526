package io.stepwright.processor.resolution;

import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Graph.EntryInput;
import io.stepwright.processor.model.Graph.Source;
import io.stepwright.processor.model.Graph.StepValue;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a parameter can be bound to in one entry point: its inputs and the agent's steps.
 */
final class Sources {

  private final Types types;
  private final Map<String, ParameterModel> inputs = new LinkedHashMap<>();
  private final Map<String, StepModel> steps = new LinkedHashMap<>();

  Sources(AgentModel agent, EntryPointModel entryPoint, Types types) {
    this.types = types;
    for (ParameterModel input : entryPoint.method().parameters()) {
      inputs.put(input.name(), input);
    }
    for (StepModel step : agent.steps()) {
      steps.putIfAbsent(step.name(), step);
    }
  }

  /**
   * The input or step of a name; an input goes first, a step of the same name is reported
   * elsewhere.
   */
  Optional<Source> byName(String name) {
    if (inputs.containsKey(name)) {
      return Optional.of(new EntryInput(inputs.get(name)));
    }
    return step(name).map(StepValue::new);
  }

  Optional<StepModel> step(String name) {
    return Optional.ofNullable(steps.get(name));
  }

  /** The inputs and steps of exactly a type, after boxing. */
  List<Source> ofType(TypeRef type) {
    List<Source> found = new ArrayList<>();
    for (ParameterModel input : inputs.values()) {
      if (same(input.type(), type)) {
        found.add(new EntryInput(input));
      }
    }
    for (StepModel step : steps.values()) {
      if (!step.value().none() && same(step.value().type(), type)) {
        found.add(new StepValue(step));
      }
    }
    return found;
  }

  /** The steps of exactly a type, after boxing. */
  List<StepModel> stepsOfType(TypeRef type) {
    return ofType(type).stream()
        .filter(StepValue.class::isInstance)
        .map(source -> ((StepValue) source).step())
        .toList();
  }

  /** The names of all inputs and steps. */
  List<String> names() {
    List<String> names = new ArrayList<>(inputs.keySet());
    names.addAll(steps.keySet());
    return names;
  }

  List<String> stepNames() {
    return List.copyOf(steps.keySet());
  }

  /** The type of a value as a consumer sees it. */
  static TypeRef type(Source source) {
    return source instanceof StepValue value
        ? value.step().value().type()
        : ((EntryInput) source).parameter().type();
  }

  /** What kind of thing it is, for messages. */
  static String kind(Source source) {
    return source instanceof StepValue ? "step" : "input";
  }

  private boolean same(TypeRef a, TypeRef b) {
    return types.boxed(a).equals(types.boxed(b));
  }
}
