package io.stepwright.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The steps that one entry point needs, with every parameter bound.
 *
 * @param entryPoint the entry point
 * @param nodes its steps, each after the ones it needs; steps that could come in any order stand as
 *     they are declared
 * @param result what it returns
 */
public record Graph(EntryPointModel entryPoint, List<Node> nodes, Result result) {

  /** Where a value comes from. */
  public sealed interface Source {

    /** The name of the input or the step. */
    String name();
  }

  /** A parameter of the entry point. */
  public record EntryInput(ParameterModel parameter) implements Source {
    @Override
    public String name() {
      return parameter.name();
    }
  }

  /** The value of a step. */
  public record StepValue(StepModel step) implements Source {
    @Override
    public String name() {
      return step.name();
    }
  }

  /**
   * A parameter of a step, or a component of a result record, with where its value comes from.
   *
   * @param parameter the parameter
   * @param source what it is bound to
   */
  public record Binding(ParameterModel parameter, Source source) {

    /** Whether the value is a step's, and an absent one will do. */
    public boolean toleratesAbsence() {
      return parameter.optional();
    }
  }

  /**
   * A step with its inputs.
   *
   * @param step the step
   * @param bindings its parameters, in order
   * @param after names of steps that it runs after without taking their values
   */
  public record Node(StepModel step, List<Binding> bindings, List<String> after) {

    /** The name of the step. */
    public String name() {
      return step.name();
    }

    /** Names of the steps whose values it cannot do without. */
    public Set<String> required() {
      return stepsOf(bindings, false);
    }

    /** Names of the steps that must have ended, with a value or absent. */
    public Set<String> settled() {
      Set<String> settled = stepsOf(bindings, true);
      settled.addAll(after);
      settled.removeAll(required());
      return settled;
    }

    /** Names of all steps that it waits for. */
    public Set<String> needs() {
      Set<String> needs = new LinkedHashSet<>(required());
      needs.addAll(settled());
      return needs;
    }
  }

  /** What an entry point returns. */
  public sealed interface Result {

    /** Names of the steps whose values are part of it. */
    Set<String> needs();
  }

  /** The value of one step. */
  public record StepResult(StepModel step) implements Result {
    @Override
    public Set<String> needs() {
      return Set.of(step.name());
    }
  }

  /** A record made of values. */
  public record AssembledResult(TypeRef type, List<Binding> components) implements Result {
    @Override
    public Set<String> needs() {
      Set<String> needs = stepsOf(components, false);
      needs.addAll(stepsOf(components, true));
      return needs;
    }
  }

  /** Nothing: the entry point is called for what its steps do. */
  public record NoResult() implements Result {
    @Override
    public Set<String> needs() {
      return Set.of();
    }
  }

  /** Names of the steps that the entry point waits for before it returns. */
  public Set<String> awaited() {
    Set<String> awaited = new LinkedHashSet<>(result.needs());
    for (Named also : entryPoint.also()) {
      awaited.add(also.text());
    }
    return awaited;
  }

  /** The nodes by the names of their steps, in order. */
  public Map<String, Node> byName() {
    Map<String, Node> byName = new LinkedHashMap<>();
    for (Node node : nodes) {
      byName.put(node.name(), node);
    }
    return byName;
  }

  /**
   * For each step the steps whose absence makes it absent: itself if it decides its own absence,
   * and all that make an input absent that it cannot do without. Empty for a step that is always
   * there.
   */
  public Map<String, Set<String>> causesOfAbsence() {
    Map<String, Set<String>> causes = new LinkedHashMap<>();
    for (Node node : nodes) {
      Set<String> own = new LinkedHashSet<>();
      if (node.step().value().optional()) {
        own.add(node.name());
      }
      for (String required : node.required()) {
        own.addAll(causes.getOrDefault(required, Set.of()));
      }
      causes.put(node.name(), own);
    }
    return causes;
  }

  /** The most requests that one run sends to models, with all retries, repairs and fallbacks. */
  public int mostModelCalls() {
    return nodes.stream().mapToInt(node -> node.step().mostModelCalls()).sum();
  }

  /** The longest path by the steps' costs, as names from first to last. */
  public List<String> criticalPath() {
    Map<String, List<String>> paths = new LinkedHashMap<>();
    List<String> longest = List.of();
    for (Node node : nodes) {
      List<String> before = List.of();
      for (String needed : node.needs()) {
        List<String> path = paths.getOrDefault(needed, List.of());
        if (cost(path) > cost(before)) {
          before = path;
        }
      }
      List<String> path = new ArrayList<>(before);
      path.add(node.name());
      paths.put(node.name(), path);
      if (cost(path) > cost(longest)) {
        longest = path;
      }
    }
    return longest;
  }

  private int cost(List<String> path) {
    return nodes.stream()
        .filter(node -> path.contains(node.name()))
        .mapToInt(node -> node.step().cost())
        .sum();
  }

  private static Set<String> stepsOf(List<Binding> bindings, boolean tolerant) {
    Set<String> names = new LinkedHashSet<>();
    for (Binding binding : bindings) {
      if (binding.source() instanceof StepValue && binding.toleratesAbsence() == tolerant) {
        names.add(binding.source().name());
      }
    }
    return names;
  }
}
