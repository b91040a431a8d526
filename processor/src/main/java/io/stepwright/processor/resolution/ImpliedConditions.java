package io.stepwright.processor.resolution;

import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.WhenText;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes out what a parameter says whose type is one of the records that a sealed type permits: it
 * takes the value of the one source of that sealed type, and its step runs if the value is such a
 * record. The agent is then as if {@code @When} and {@code @From} stood there.
 */
public final class ImpliedConditions {

  private final Types types;

  /** The types of all inputs and steps; none where several of one name have different ones. */
  private final Map<String, Optional<TypeRef>> sources = new LinkedHashMap<>();

  private final Set<TypeRef> given = new HashSet<>();

  private ImpliedConditions(AgentModel agent, Types types) {
    this.types = types;
    for (EntryPointModel entryPoint : agent.entryPoints()) {
      for (ParameterModel input : entryPoint.method().parameters()) {
        source(input.name(), input.type());
      }
    }
    for (StepModel step : agent.steps()) {
      if (!step.value().none()) {
        source(step.name(), step.value().type());
      }
    }
  }

  private void source(String name, TypeRef type) {
    given.add(type);
    sources.merge(
        name, Optional.of(type), (known, same) -> known.equals(same) ? known : Optional.empty());
  }

  /** The agent with the conditions that parameters of its steps imply. */
  public static AgentModel in(AgentModel agent, Types types) {
    ImpliedConditions implied = new ImpliedConditions(agent, types);
    return agent.withSteps(agent.steps().stream().map(implied::in).toList());
  }

  private StepModel in(StepModel step) {
    List<WhenText> when = new ArrayList<>(step.when());
    List<ParameterModel> parameters = new ArrayList<>();
    for (ParameterModel parameter : step.method().parameters()) {
      Optional<WhenText> condition = condition(step, parameter);
      condition
          .filter(each -> when.stream().noneMatch(said -> isOf(said, each.path().text())))
          .ifPresent(when::add);
      parameters.add(condition.map(each -> parameter.from(each.path())).orElse(parameter));
    }
    return parameters.equals(step.method().parameters()) ? step : step.with(parameters, when);
  }

  private static boolean isOf(WhenText when, String path) {
    return when.path().text().equals(path);
  }

  /** The condition that a parameter implies; nothing if it implies none. */
  private Optional<WhenText> condition(StepModel step, ParameterModel parameter) {
    TypeRef type = parameter.type();
    if (parameter.each() != null || !(type instanceof TypeRef.Declared) || type.javaOnly()) {
      return Optional.empty();
    }
    return source(step, parameter)
        .flatMap(
            source -> {
              List<Named> names =
                  permitted(source, type).stream()
                      .map(name -> new Named(name, parameter.place()))
                      .toList();
              Named path = new Named(source, parameter.place());
              return names.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new WhenText(path, names, parameter.place()));
            });
  }

  /** The name of the source that a parameter takes: by name, else the only one that may be it. */
  private Optional<String> source(StepModel step, ParameterModel parameter) {
    if (parameter.from() != null) {
      return Optional.of(parameter.from().text());
    }
    String name = parameter.name();
    if (parameter.nameKnown() && sources.containsKey(name) && !name.equals(step.name())) {
      return Optional.of(name);
    }
    TypeRef type = parameter.type();
    if (given.contains(type)) {
      return Optional.empty(); // One that is bound by its very type.
    }
    List<String> found =
        sources.keySet().stream()
            .filter(each -> !each.equals(step.name()) && !permitted(each, type).isEmpty())
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The names of the records of a source's sealed type that are of a type, but not all of them. */
  private List<String> permitted(String source, TypeRef type) {
    return sources
        .getOrDefault(source, Optional.empty())
        .map(whole -> SealedSources.names(types, whole, type))
        .orElse(List.of());
  }
}
