package io.stepwright.processor.resolution;

import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.Shape.Structure;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.WhenText;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.Types.Accessor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    List<WhenText> implied = new ArrayList<>();
    List<ParameterModel> parameters = new ArrayList<>();
    Narrowing narrowing = said(step);
    for (ParameterModel parameter : step.method().parameters()) {
      Optional<WhenText> condition = condition(step, parameter, narrowing);
      if (condition.isPresent()) {
        String path = condition.get().path().text();
        if (noneOf(step.when(), path) && noneOf(implied, path)) {
          implied.add(condition.get());
        }
        narrowing = and(narrowing, condition.get());
      }
      parameters.add(condition.map(each -> parameter.from(each.path())).orElse(parameter));
    }
    List<WhenText> when = new ArrayList<>(step.when());
    when.addAll(implied);
    return parameters.equals(step.method().parameters()) ? step : step.with(parameters, when);
  }

  private static boolean noneOf(List<WhenText> conditions, String path) {
    return conditions.stream().noneMatch(when -> when.path().text().equals(path));
  }

  /** Narrower types that the conditions say which are written. */
  private Narrowing said(StepModel step) {
    Narrowing narrowing = Narrowing.NONE;
    for (WhenText when : ConditionResolver.beginningsFirst(step.when())) {
      narrowing = and(narrowing, when);
    }
    return narrowing;
  }

  private Narrowing and(Narrowing narrowing, WhenText when) {
    String path = when.path().text();
    List<TypeRef> records =
        end(path, narrowing).map(types::shape).stream()
            .flatMap(
                shape -> shape instanceof Shape.Choice choice ? records(choice, when) : Stream.of())
            .toList();
    return records.isEmpty() ? narrowing : narrowing.and(path, records);
  }

  private static Stream<TypeRef> records(Shape.Choice choice, WhenText when) {
    return choice.choices().stream()
        .filter(each -> when.is().stream().anyMatch(is -> is.text().equals(choice.nameOf(each))))
        .map(Structure::type);
  }

  /** The condition that a parameter implies; nothing if it implies none. */
  private Optional<WhenText> condition(
      StepModel step, ParameterModel parameter, Narrowing narrowing) {
    TypeRef type = parameter.type();
    if (parameter.each() != null || !(type instanceof TypeRef.Declared) || type.javaOnly()) {
      return Optional.empty();
    }
    return source(step, parameter)
        .flatMap(
            source -> {
              List<Named> names =
                  permitted(source, type, narrowing).stream()
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
            .filter(
                each ->
                    !each.equals(step.name()) && !permitted(each, type, Narrowing.NONE).isEmpty())
            .toList();
    return found.size() == 1 && isFree(found.get(0), parameter, step)
        ? Optional.of(found.get(0))
        : Optional.empty();
  }

  /** Whether no other parameter of the step takes a source, or could by its type as well. */
  private static boolean isFree(String source, ParameterModel parameter, StepModel step) {
    return step.method().parameters().stream()
        .filter(other -> !other.equals(parameter))
        .noneMatch(
            other ->
                other.from() == null
                    ? other.name().equals(source) || other.type().equals(parameter.type())
                    : other.from().text().equals(source));
  }

  /** The names of the records of a path's sealed type that are of a type, but not all of them. */
  private List<String> permitted(String path, TypeRef type, Narrowing narrowing) {
    return end(path, narrowing)
        .map(whole -> SealedSources.names(types, whole, type))
        .orElse(List.of());
  }

  /** The type at the end of a path; nothing if it leads nowhere, which is reported elsewhere. */
  private Optional<TypeRef> end(String path, Narrowing narrowing) {
    String[] names = path.split("\\.", -1);
    List<Accessor> way = new ArrayList<>();
    return sources
        .getOrDefault(names[0], Optional.empty())
        .filter(root -> PathResolver.follow(root, names, types, narrowing, way) == null)
        .map(root -> way.isEmpty() ? root : way.get(way.size() - 1).type());
  }
}
