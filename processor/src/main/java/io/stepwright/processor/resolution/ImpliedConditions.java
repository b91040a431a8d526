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
 * Adds the conditions that parameter types imply. A parameter whose type is one of the records of a
 * sealed type takes the value of the only source of that sealed type, and its step runs only if the
 * value is such a record. The parameter is treated as if {@code @When} and {@code @From} were
 * written.
 */
public final class ImpliedConditions {

  private final Types types;

  /** The types of inputs and steps by name; empty if inputs of the same name differ in type. */
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

  /** Returns the agent with the conditions that parameters of its steps imply. */
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

  /** Returns the narrower types that follow from the written conditions of a step. */
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

  /** Returns the condition that a parameter implies, if any. */
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

  /**
   * Returns the name of the source that a parameter takes: the source of its name, otherwise the
   * only source whose sealed type permits the parameter's type.
   */
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
      return Optional.empty(); // The parameter is bound by its exact type.
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

  /**
   * Returns whether no other parameter of the step takes the source, or could take it by its type.
   */
  private static boolean isFree(String source, ParameterModel parameter, StepModel step) {
    return step.method().parameters().stream()
        .filter(other -> !other.equals(parameter))
        .noneMatch(
            other ->
                other.from() == null
                    ? other.name().equals(source) || other.type().equals(parameter.type())
                    : other.from().text().equals(source));
  }

  /**
   * Returns the names of the records that the sealed type at the end of a path permits and that are
   * of a type; empty if all of them are.
   */
  private List<String> permitted(String path, TypeRef type, Narrowing narrowing) {
    return end(path, narrowing)
        .map(whole -> SealedSources.names(types, whole, type))
        .orElse(List.of());
  }

  /**
   * Returns the type at the end of a path; empty if the path cannot be resolved, which is reported
   * elsewhere.
   */
  private Optional<TypeRef> end(String path, Narrowing narrowing) {
    String[] names = path.split("\\.", -1);
    List<Accessor> way = new ArrayList<>();
    return sources
        .getOrDefault(names[0], Optional.empty())
        .filter(root -> PathResolver.follow(root, names, types, narrowing, way) == null)
        .map(root -> way.isEmpty() ? root : way.get(way.size() - 1).type());
  }
}
