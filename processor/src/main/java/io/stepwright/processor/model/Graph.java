package io.stepwright.processor.model;

import io.stepwright.descriptor.CriticalPath;
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
 * @param nodes its steps in topological order; steps without an order between them are in the order
 *     of their declaration
 * @param result its result
 * @param presence the formulas that tell when each step is present
 */
public record Graph(
    EntryPointModel entryPoint, List<Node> nodes, Result result, Presence presence) {

  /** Creates a graph and derives the presence of its steps. */
  public Graph(EntryPointModel entryPoint, List<Node> nodes, Result result) {
    this(entryPoint, nodes, result, Presence.of(nodes));
  }

  /** The source of a value: an input or a step. */
  public sealed interface Source {

    /** Returns the name of the input or the step. */
    String name();

    /** Returns the type of the value. */
    TypeRef type();
  }

  /** A parameter of the entry point. */
  public record EntryInput(ParameterModel parameter) implements Source {
    @Override
    public String name() {
      return parameter.name();
    }

    @Override
    public TypeRef type() {
      return parameter.type();
    }
  }

  /** The value of a step. */
  public record StepValue(StepModel step) implements Source {
    @Override
    public String name() {
      return step.name();
    }

    @Override
    public TypeRef type() {
      return step.value().type();
    }
  }

  /**
   * A parameter of a step, or a component of a result record, with the source of its value.
   *
   * @param parameter the parameter
   * @param path the path that it is bound to; for a parameter with {@code @Each}, the path of the
   *     list
   * @param origin the list from which the items originally come if the list is itself made by a
   *     chain of fan-outs; otherwise equal to {@code path}
   */
  public record Binding(ParameterModel parameter, ValuePath path, ValuePath origin) {

    /** Creates a binding whose list, if it has one, is not the result of another fan-out. */
    public Binding(ParameterModel parameter, ValuePath path) {
      this(parameter, path, path);
    }

    /** Returns the source of the value. */
    public Source source() {
      return path.root();
    }

    /** Returns whether the parameter accepts the absence of the step that it is bound to. */
    public boolean toleratesAbsence() {
      return parameter.optional() && parameter.each() == null;
    }

    /** Returns whether the value comes from a step. */
    public boolean isStep() {
      return source() instanceof StepValue;
    }

    /** Returns whether the parameter takes the items of a fan-out one by one. */
    public boolean isItemwise() {
      return parameter.each() != null
          && path.accessors().isEmpty()
          && source() instanceof StepValue value
          && value.step().isFanOut();
    }
  }

  /**
   * A method that produces the value of a step, with its inputs: a branch of a choice, or the only
   * method of its step.
   *
   * @param step the method
   * @param bindings its parameters, in order
   * @param conditions the conditions that must hold
   * @param unless for the otherwise branch, the conditions of each other branch, of which none may
   *     hold; empty for other branches
   * @param after names of steps that must end before this one without giving it a value
   * @param needs the names of the steps that it waits for, by reason
   */
  public record Branch(
      StepModel step,
      List<Binding> bindings,
      List<Condition> conditions,
      List<List<Condition>> unless,
      List<String> after,
      Needs needs) {

    /** Creates a branch and derives the steps that it waits for. */
    public Branch(
        StepModel step,
        List<Binding> bindings,
        List<Condition> conditions,
        List<List<Condition>> unless,
        List<String> after) {
      this(
          step, bindings, conditions, unless, after, Needs.of(bindings, conditions, unless, after));
    }

    /** Returns a copy of this branch without conditions, for when they are known to hold. */
    public Branch withoutConditions() {
      return new Branch(step, bindings, List.of(), List.of(), after);
    }

    /**
     * Returns this branch for a run in which its conditions hold. It still starts no sooner than
     * the steps that they test have settled.
     */
    public Branch unconditional() {
      Set<String> waits = new LinkedHashSet<>(needs.deciders());
      waits.removeAll(needs.values());
      waits.removeAll(needs.itemwise());
      waits.addAll(after);
      return new Branch(step, bindings, List.of(), List.of(), List.copyOf(waits));
    }

    /** Returns the names of the steps whose values its parameters require. */
    public Set<String> values() {
      return needs.values();
    }

    /**
     * Returns the names of the steps whose values the branch requires, for its parameters or its
     * conditions.
     */
    public Set<String> required() {
      return needs.required();
    }

    /** Returns the names of the other steps that must have settled, with a value or absent. */
    public Set<String> settled() {
      return needs.settled();
    }

    /** Returns the names of the steps that decide whether this branch runs. */
    public Set<String> deciders() {
      return needs.deciders();
    }

    /**
     * Returns the names of the steps whose items it takes one by one, each as soon as it is
     * available.
     */
    public Set<String> itemwise() {
      return needs.itemwise();
    }
  }

  /**
   * A step.
   *
   * @param name its name
   * @param branches its branches: one method, or alternatives of which at most one runs
   * @param allNeeds the names of the steps that it waits for, by reason
   */
  public record Node(String name, List<Branch> branches, Needs allNeeds) {

    /** Creates a step with one or more branches. */
    public Node(String name, List<Branch> branches) {
      this(name, branches, Needs.ofAlternatives(branches.stream().map(Branch::needs).toList()));
    }

    /** Creates a step with a single method. */
    public static Node of(Branch branch) {
      return new Node(branch.step().name(), List.of(branch));
    }

    /** Returns the method; for a choice, that of its first branch. */
    public StepModel step() {
      return branches.get(0).step();
    }

    /** Returns the bindings of all branches. */
    public List<Binding> bindings() {
      return branches.stream().flatMap(branch -> branch.bindings().stream()).toList();
    }

    /** Returns the names of the steps that must end before this one without giving it a value. */
    public List<String> after() {
      return branches.stream().flatMap(branch -> branch.after().stream()).distinct().toList();
    }

    /** Returns whether the step has several branches. */
    public boolean isChoice() {
      return branches.size() > 1;
    }

    /** Returns the names of the steps whose values every branch requires. */
    public Set<String> required() {
      return allNeeds.required();
    }

    /** Returns the names of the other steps that it waits for, or may have to wait for. */
    public Set<String> settled() {
      return allNeeds.settled();
    }

    /** Returns the names of all steps that it waits for, or may have to wait for. */
    public Set<String> needs() {
      return allNeeds.all();
    }

    /** Returns the names of the steps that decide whether, and by which branch, it runs. */
    public Set<String> deciders() {
      return allNeeds.deciders();
    }

    /** Returns the names of the steps whose items it takes one by one. */
    public Set<String> itemwise() {
      return allNeeds.itemwise();
    }

    /** Returns a rough estimate of its duration, relative to other steps. */
    public int cost() {
      return branches.stream().mapToInt(branch -> branch.step().cost()).max().orElse(0);
    }
  }

  /** The result of an entry point. */
  public sealed interface Result {

    /** Returns the names of the steps whose values are part of the result. */
    Set<String> needs();
  }

  /** The value of one step. */
  public record StepResult(StepModel step) implements Result {
    @Override
    public Set<String> needs() {
      return Set.of(step.name());
    }
  }

  /** A record assembled from values. */
  public record AssembledResult(TypeRef type, List<Binding> components) implements Result {
    @Override
    public Set<String> needs() {
      Set<String> needs = Needs.stepsOf(components, false);
      needs.addAll(Needs.stepsOf(components, true));
      return needs;
    }
  }

  /** No result: the entry point is called for the side effects of its steps. */
  public record NoResult() implements Result {
    @Override
    public Set<String> needs() {
      return Set.of();
    }
  }

  /** Returns the names of the steps that the entry point waits for before it returns. */
  public Set<String> awaited() {
    Set<String> awaited = new LinkedHashSet<>(result.needs());
    for (Named also : entryPoint.also()) {
      awaited.add(also.text());
    }
    return awaited;
  }

  /** Returns the nodes by the names of their steps, in order. */
  public Map<String, Node> byName() {
    Map<String, Node> byName = new LinkedHashMap<>();
    for (Node node : nodes) {
      byName.put(node.name(), node);
    }
    return byName;
  }

  /** Returns the names of the steps on the longest path by cost, from first to last. */
  public List<String> criticalPath() {
    List<CriticalPath.Node> steps = new ArrayList<>();
    for (Node node : nodes) {
      steps.add(new CriticalPath.Node(node.name(), node.cost(), List.copyOf(node.needs())));
    }
    return CriticalPath.of(steps).names();
  }
}
