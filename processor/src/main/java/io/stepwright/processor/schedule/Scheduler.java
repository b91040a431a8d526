package io.stepwright.processor.schedule;

import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Presence;
import io.stepwright.processor.model.Presence.Cause;
import io.stepwright.processor.schedule.Schedule.Act;
import io.stepwright.processor.schedule.Schedule.Call;
import io.stepwright.processor.schedule.Schedule.Fork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the spine, the steps that the caller thread runs. A step is declared once the generated
 * method has a statement for it, which forks or calls it; a statement can only refer to steps that
 * are declared before it. The scheduler repeatedly selects one step whose inputs are declared,
 * forks every other step that can be declared without it, lets the caller thread run the selected
 * step, and continues with the steps that are left.
 *
 * <p>While the caller runs a step, steps that are not declared yet cannot start, and the entry
 * point cannot return. So the caller may run a step only if all undeclared steps and the result
 * must wait for it anyway, which {@link HardOrder} decides. Among the permitted steps the scheduler
 * selects the one with the longest remaining path. If no step is permitted, all steps that can be
 * declared are forked.
 */
public final class Scheduler {

  private final Graph graph;
  private final Presence presence;
  private final Map<String, Set<String>> needs = new HashMap<>();
  private final Map<String, Integer> remaining;
  private final Map<Set<Cause>, HardOrder> orders = new HashMap<>();
  private final List<Act> acts = new ArrayList<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> spine = new HashSet<>();

  private Scheduler(Graph graph) {
    this.graph = graph;
    this.presence = graph.presence();
    graph.nodes().forEach(node -> needs.put(node.name(), node.needs()));
    this.remaining = remaining();
  }

  /** Returns the schedule of a graph. */
  public static Schedule schedule(Graph graph) {
    Scheduler scheduler = new Scheduler(graph);
    while (scheduler.declared.size() < graph.nodes().size()) {
      scheduler.advance();
    }
    return new Schedule(graph, List.copyOf(scheduler.acts));
  }

  private void advance() {
    Optional<Node> instant =
        graph.nodes().stream()
            .filter(node -> node.cost() == 0 && !node.step().isFanOut() && isReady(node, declared))
            .filter(node -> spine.containsAll(needs(node)) && isDecided(node))
            .findFirst();
    if (instant.isPresent()) {
      call(instant.get()); // Forking would cost more than the step itself.
      return;
    }
    List<Node> ready = graph.nodes().stream().filter(node -> isReady(node, declared)).toList();
    Optional<Node> next =
        ready.stream()
            .filter(this::mayRunHere)
            // {@code min} returns the first of equal elements, {@code max} the last.
            .min(Comparator.comparingInt(node -> -remaining.getOrDefault(node.name(), 0)));
    for (Node node : declarableWithout(next.orElse(null))) {
      acts.add(new Fork(node));
      declared.add(node.name());
    }
    next.ifPresent(this::call);
  }

  private void call(Node node) {
    acts.add(new Call(node));
    declared.add(node.name());
    spine.add(node.name());
  }

  private Set<String> needs(Node node) {
    return needs.getOrDefault(node.name(), Set.of());
  }

  private boolean isReady(Node node, Set<String> declaredSteps) {
    return !declaredSteps.contains(node.name()) && declaredSteps.containsAll(needs(node));
  }

  private boolean mayRunHere(Node node) {
    if (!isDecided(node) || isTakenItemByItem(node)) {
      return false;
    }
    // If the step is absent for a cause that is already decided, it takes no time and delays no
    // other step.
    Set<Cause> decided = new HashSet<>(presence.causes(node.name()));
    decided.removeIf(cause -> cause.decider().equals(node.name()));
    HardOrder order =
        orders.computeIfAbsent(decided, ruledOut -> new HardOrder(graph, presence, ruledOut));
    return order.holdsForResult(node.name())
        && stillUndeclared(node).stream().allMatch(later -> order.holds(node.name(), later));
  }

  /**
   * Returns whether the caller thread already knows if the step will be present, and by which
   * branch.
   */
  private boolean isDecided(Node node) {
    boolean alternativesMayFail =
        node.isChoice()
            && !presence.causes(node.name()).isEmpty(); // The node waits and decides itself.
    return !alternativesMayFail
        && spine.containsAll(node.deciders())
        && node.branches().stream()
            .flatMap(branch -> branch.values().stream())
            .allMatch(required -> presence.causes(required).isEmpty() || spine.contains(required));
  }

  /**
   * Returns whether another step takes the items of the step one by one. The caller must not wait
   * for its last item.
   */
  private boolean isTakenItemByItem(Node node) {
    return graph.nodes().stream().anyMatch(later -> later.itemwise().contains(node.name()));
  }

  /** Returns the names of the steps that cannot be declared before this one has run. */
  private List<String> stillUndeclared(Node node) {
    Set<String> then = new HashSet<>(declared);
    declarableWithout(node).forEach(forked -> then.add(forked.name()));
    return graph.nodes().stream()
        .map(Node::name)
        .filter(name -> !then.contains(name) && !name.equals(node.name()))
        .toList();
  }

  /**
   * Returns the steps that can be forked now: those that wait, directly or indirectly, only for
   * declared steps.
   */
  private List<Node> declarableWithout(@Nullable Node excluded) {
    Set<String> then = new HashSet<>(declared);
    List<Node> forks = new ArrayList<>();
    for (Node node : graph.nodes()) { // The nodes are in topological order.
      if (isReady(node, then) && node != excluded) {
        forks.add(node);
        then.add(node.name());
      }
    }
    return forks;
  }

  /** Computes for each step the cost of the longest path that begins with it. */
  private Map<String, Integer> remaining() {
    Map<String, Integer> costs = new HashMap<>();
    for (int i = graph.nodes().size() - 1; i >= 0; i--) {
      Node node = graph.nodes().get(i);
      int after =
          graph.nodes().stream()
              .filter(later -> needs(later).contains(node.name()))
              .mapToInt(later -> costs.getOrDefault(later.name(), 0))
              .max()
              .orElse(0);
      costs.put(node.name(), node.cost() + after);
    }
    return costs;
  }
}
