package io.stepwright.processor.resolution;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Graph.Result;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the steps that an entry point needs, and binds their parameters. */
public final class GraphResolver {

  private final AgentModel agent;
  private final EntryPointModel entryPoint;
  private final Types types;
  private final Diagnostics diagnostics;
  private final Sources sources;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private boolean complete = true;

  /** Creates a resolver for one entry point of an agent. */
  public GraphResolver(
      AgentModel agent, EntryPointModel entryPoint, Types types, Diagnostics diagnostics) {
    this.agent = agent;
    this.entryPoint = entryPoint;
    this.types = types;
    this.diagnostics = diagnostics;
    this.sources = new Sources(agent, entryPoint, types);
  }

  /** Returns the graph; empty if there is a problem, which is then reported. */
  public Optional<Graph> resolve() {
    Optional<Result> result =
        new ResultResolver(agent, entryPoint, sources, types, diagnostics).resolve();
    complete = result.isPresent();
    Deque<String> wanted = new ArrayDeque<>();
    result.ifPresent(found -> wanted.addAll(found.needs()));
    if (entryPoint.result().none() && entryPoint.step() != null) {
      known(entryPoint.step()).ifPresent(step -> wanted.add(step.name()));
    }
    for (Named also : entryPoint.also()) {
      known(also).ifPresent(step -> wanted.add(step.name()));
    }
    while (!wanted.isEmpty()) {
      String name = wanted.remove();
      if (sources.step(name).isPresent() && !nodes.containsKey(name)) {
        Node node = node(name);
        nodes.put(name, node);
        wanted.addAll(node.needs());
      }
    }
    boolean acyclic = new CycleFinder(agent, nodes, diagnostics).report();
    return complete && acyclic && result.isPresent()
        ? Optional.of(new Graph(entryPoint, ListOrigins.of(ordered()), result.get()))
        : Optional.empty();
  }

  /** Returns the names of the reached steps, even if not everything could be resolved. */
  public Set<String> reached() {
    return nodes.keySet();
  }

  private Node node(String name) {
    List<StepModel> methods = sources.branches(name);
    Map<StepModel, List<Condition>> conditions = new LinkedHashMap<>();
    for (StepModel method : methods) {
      conditions.put(method, conditions(method));
    }
    List<Branch> branches = new ArrayList<>();
    for (StepModel method : methods) {
      boolean otherwise = methods.size() > 1 && method.when().isEmpty();
      List<List<Condition>> unless =
          otherwise
              ? conditions.entrySet().stream()
                  .filter(other -> !other.getKey().equals(method))
                  .map(Map.Entry::getValue)
                  .toList()
              : List.of();
      branches.add(branch(method, conditions.getOrDefault(method, List.of()), unless));
    }
    return new Node(name, branches);
  }

  private List<Condition> conditions(StepModel step) {
    List<Condition> conditions = new ConditionResolver(sources, types, diagnostics, step).resolve();
    complete &= conditions.size() == step.when().size();
    return conditions;
  }

  private Branch branch(StepModel step, List<Condition> conditions, List<List<Condition>> unless) {
    String consumer = "step '%s' (%s)".formatted(step.name(), step.method().display());
    Binder binder =
        new Binder(
            sources,
            types,
            diagnostics,
            consumer,
            describe(entryPoint),
            step.name(),
            Narrowing.by(conditions));
    List<Binding> bindings = binder.bind(step.method().parameters());
    complete &= bindings.size() == step.method().parameters().size();
    Set<String> after = new LinkedHashSet<>();
    for (Named name : step.after()) {
      known(name).ifPresent(earlier -> after.add(earlier.name()));
    }
    return new Branch(step, bindings, conditions, unless, List.copyOf(after));
  }

  private Optional<StepModel> known(Named name) {
    Optional<StepModel> step = new StepLookup(agent.name(), sources, diagnostics).find(name);
    complete &= step.isPresent();
    return step;
  }

  static String describe(EntryPointModel entryPoint) {
    return "It is needed by entry point %s.".formatted(entryPoint.method().display());
  }

  /** Returns the nodes in topological order, otherwise in the order of their declaration. */
  private List<Node> ordered() {
    List<Node> left = new ArrayList<>();
    for (StepModel step : agent.steps()) {
      Node node = nodes.get(step.name());
      // Each node is added once, for the first of its methods.
      if (node != null && node.step() == step) {
        left.add(node);
      }
    }
    List<Node> ordered = new ArrayList<>();
    Set<String> done = new HashSet<>();
    while (!left.isEmpty()) {
      Node next =
          left.stream().filter(node -> done.containsAll(node.needs())).findFirst().orElseThrow();
      left.remove(next);
      ordered.add(next);
      done.add(next.name());
    }
    return ordered;
  }
}
