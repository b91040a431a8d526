package io.stepwright.processor.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A random agent. All inputs and steps have different names.
 *
 * @param name the simple name of its type
 * @param inputs the inputs of each of its entry points
 * @param steps its steps, each after its dependencies
 * @param entries its entry points
 */
record RandomAgent(String name, List<Input> inputs, List<Step> steps, List<Entry> entries) {

  /** An input of the entry points. */
  record Input(String name, ValueType type) {}

  /**
   * An entry point.
   *
   * @param method its name
   * @param components the parts of its result; a single one is returned as it is
   * @param assembled whether the result is a record of the components
   * @param optionalResult whether the whole result is absent if one component is
   */
  record Entry(
      String method, List<Parameter> components, boolean assembled, boolean optionalResult) {

    /** The simple name of the record that it returns. */
    String record() {
      return Character.toUpperCase(method.charAt(0)) + method.substring(1) + "Result";
    }
  }

  /** A step with its method, or with its alternatives. */
  record Step(String name, ValueType type, List<Branch> branches) {

    /** Tells whether the step has several methods. */
    boolean isChoice() {
      return branches.size() > 1;
    }

    /** Returns the inputs and steps that the step may have to wait for. */
    Set<String> dependencies() {
      Set<String> names = new LinkedHashSet<>();
      for (Branch branch : branches) {
        branch.parameters().forEach(parameter -> names.add(parameter.source()));
        branch.conditions().forEach(condition -> names.add(condition.root()));
        names.addAll(branch.after());
      }
      return names;
    }
  }

  /**
   * A method of a step.
   *
   * @param method its name
   * @param parameters its parameters
   * @param conditions the conditions that have to hold
   * @param after steps that must have ended
   * @param optional whether it decides by itself if the step is absent
   * @param model whether a model answers, instead of code
   */
  record Branch(
      String method,
      List<Parameter> parameters,
      List<Condition> conditions,
      List<String> after,
      boolean optional,
      boolean model) {

    private static final int TOOLS_ONE_IN = 3;
    private static final int MOST_TOOLS = 2;

    /**
     * Returns the parameters that tools of the method's model are bound to; none if the model has
     * no tools.
     */
    List<Parameter> tools(RandomAgent agent) {
      boolean has = model && Math.floorMod(Objects.hash(method, parameters), TOOLS_ONE_IN) == 0;
      return has
          ? parameters.stream()
              .filter(parameter -> agent.type(parameter.source()).isAnswer())
              .limit(MOST_TOOLS)
              .toList()
          : List.of();
    }

    /** Tells whether the method goes through the items of a list. */
    boolean goesThrough(String source) {
      return parameters.stream()
          .anyMatch(parameter -> parameter.atOnce() > 0 && parameter.source().equals(source));
    }

    /**
     * Returns the parameter whose items contain their indexes, if the method goes through a list.
     */
    Optional<Integer> indexed() {
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i).atOnce() > 0 && !parameters.get(i).optional()) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A parameter, or a component of the result.
   *
   * @param name its name: that of its source, if it has no annotation
   * @param source the input or step
   * @param optional whether it is an {@code Optional}
   * @param atOnce how many items of the source it takes at once; 0 if it takes the whole value
   */
  record Parameter(String name, String source, boolean optional, int atOnce) {}

  /**
   * A condition.
   *
   * @param root the input or step
   * @param negated whether it must not hold
   * @param constants the constants of the enum for which it holds; none if it tests a boolean, or
   *     whether another step has a value
   */
  record Condition(String root, boolean negated, List<String> constants) {}

  /** The steps that an entry point runs. */
  List<Step> stepsOf(Entry entry) {
    Set<String> reached = new HashSet<>();
    entry.components().forEach(component -> reached.add(component.source()));
    List<Step> found = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (reached.contains(steps.get(i).name())) {
        found.add(0, steps.get(i));
        reached.addAll(steps.get(i).dependencies());
      }
    }
    return found;
  }

  /** Returns the step of a name, or empty if that is an input. */
  Optional<Step> step(String step) {
    return steps.stream().filter(each -> each.name().equals(step)).findFirst();
  }

  /** The type of an input or a step. */
  ValueType type(String source) {
    return step(source)
        .map(Step::type)
        .orElseGet(
            () ->
                inputs.stream()
                    .filter(input -> input.name().equals(source))
                    .findFirst()
                    .orElseThrow()
                    .type());
  }
}
