package io.stepwright.processor.model;

import io.stepwright.descriptor.CriticalPath;
import io.stepwright.descriptor.ModelCallBound;
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
 * @param presence when its steps are there
 */
public record Graph(
    EntryPointModel entryPoint, List<Node> nodes, Result result, Presence presence) {

  /** A graph of steps. */
  public Graph(EntryPointModel entryPoint, List<Node> nodes, Result result) {
    this(entryPoint, nodes, result, Presence.of(nodes));
  }

  /** Where a value comes from. */
  public sealed interface Source {

    /** The name of the input or the step. */
    String name();

    /** The type of its value. */
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
   * A parameter of a step, or a component of a result record, with where its value comes from.
   *
   * @param parameter the parameter
   * @param path what it is bound to; of one that goes through a list, the list
   * @param origin the list that its items come from in the end, if steps before it go through lists
   *     as well; else the path itself
   */
  public record Binding(ParameterModel parameter, ValuePath path, ValuePath origin) {

    /** A parameter whose list, if it goes through one, is made by no other such step. */
    public Binding(ParameterModel parameter, ValuePath path) {
      this(parameter, path, path);
    }

    /** Where the value comes from. */
    public Source source() {
      return path.root();
    }

    /** Whether the value is a step's, and an absent one will do. */
    public boolean toleratesAbsence() {
      return parameter.optional() && parameter.each() == null;
    }

    /** Whether it is a step's. */
    public boolean isStep() {
      return source() instanceof StepValue;
    }

    /** Whether it goes through the items of a step that itself runs once for each item. */
    public boolean isItemwise() {
      return parameter.each() != null
          && path.accessors().isEmpty()
          && source() instanceof StepValue value
          && value.step().isFanOut();
    }
  }

  /**
   * One method that brings a step, with its inputs.
   *
   * @param step the method
   * @param bindings its parameters, in order
   * @param conditions what has to hold
   * @param unless the conditions of the other methods, of which none may hold; none unless this is
   *     the otherwise branch
   * @param after names of steps that it runs after without taking their values
   * @param needs the names of the steps that it waits for, by why it does
   */
  public record Arm(
      StepModel step,
      List<Binding> bindings,
      List<Condition> conditions,
      List<List<Condition>> unless,
      List<String> after,
      Needs needs) {

    /** A method with its inputs. */
    public Arm(
        StepModel step,
        List<Binding> bindings,
        List<Condition> conditions,
        List<List<Condition>> unless,
        List<String> after) {
      this(
          step, bindings, conditions, unless, after, Needs.of(bindings, conditions, unless, after));
    }

    /** This method where its conditions are known to hold. */
    public Arm withoutConditions() {
      return new Arm(step, bindings, List.of(), List.of(), after);
    }

    /** Names of the steps whose values its parameters cannot do without. */
    public Set<String> values() {
      return needs.values();
    }

    /** Names of the steps whose values it cannot do without. */
    public Set<String> required() {
      return needs.required();
    }

    /** Names of the steps that must have ended, with a value or absent. */
    public Set<String> settled() {
      return needs.settled();
    }

    /** Names of the steps on which it depends whether it is the one that runs. */
    public Set<String> deciders() {
      return needs.deciders();
    }

    /** Names of the steps whose items it takes one by one, each as soon as it is there. */
    public Set<String> itemwise() {
      return needs.itemwise();
    }
  }

  /**
   * A step.
   *
   * @param name its name
   * @param arms the methods that bring it: one, or alternatives of which at most one runs
   * @param allNeeds the names of the steps that it waits for, by why it does
   */
  public record Node(String name, List<Arm> arms, Needs allNeeds) {

    /** A step of some methods. */
    public Node(String name, List<Arm> arms) {
      this(name, arms, Needs.ofAlternatives(arms.stream().map(Arm::needs).toList()));
    }

    /** A step of one method. */
    public static Node of(Arm arm) {
      return new Node(arm.step().name(), List.of(arm));
    }

    /** The method; of alternatives the first. */
    public StepModel step() {
      return arms.get(0).step();
    }

    /** The inputs; of alternatives those of all. */
    public List<Binding> bindings() {
      return arms.stream().flatMap(arm -> arm.bindings().stream()).toList();
    }

    /** The names of the steps that it runs after without taking their values. */
    public List<String> after() {
      return arms.stream().flatMap(arm -> arm.after().stream()).distinct().toList();
    }

    /** Whether several methods bring it. */
    public boolean isChoice() {
      return arms.size() > 1;
    }

    /** Names of the steps whose values it cannot do without, whichever method runs. */
    public Set<String> required() {
      return allNeeds.required();
    }

    /** Names of the other steps that it waits for, or may have to. */
    public Set<String> settled() {
      return allNeeds.settled();
    }

    /** Names of all steps that it waits for, or may have to. */
    public Set<String> needs() {
      return allNeeds.all();
    }

    /** Names of the steps on which it depends whether, or how, it runs. */
    public Set<String> deciders() {
      return allNeeds.deciders();
    }

    /** Names of the steps whose items it takes one by one. */
    public Set<String> itemwise() {
      return allNeeds.itemwise();
    }

    /** Roughly how long it takes, relative to other steps. */
    public int cost() {
      return arms.stream().mapToInt(arm -> arm.step().cost()).max().orElse(0);
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
      Set<String> needs = Needs.stepsOf(components, false);
      needs.addAll(Needs.stepsOf(components, true));
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

  /** The most requests that one run sends to models. */
  public ModelCallBound modelCallBound() {
    return ModelCallCount.of(nodes);
  }

  /** Whether there are code steps, whose own requests are not counted. */
  public boolean hasCode() {
    return nodes.stream()
        .flatMap(node -> node.arms().stream())
        .anyMatch(arm -> !arm.step().isAbstract());
  }

  /** The longest path by the steps' costs, as names from first to last. */
  public List<String> criticalPath() {
    List<CriticalPath.Node> steps = new ArrayList<>();
    for (Node node : nodes) {
      steps.add(new CriticalPath.Node(node.name(), node.cost(), List.copyOf(node.needs())));
    }
    return CriticalPath.of(steps).names();
  }
}
