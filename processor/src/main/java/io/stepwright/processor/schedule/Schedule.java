package io.stepwright.processor.schedule;

import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order in which the caller thread processes a graph.
 *
 * @param graph the graph
 * @param acts the acts of the caller thread, in order
 */
public record Schedule(Graph graph, List<Act> acts) {

  /** An act of the caller thread. */
  public sealed interface Act {

    /** Returns the step. */
    Node node();
  }

  /** Runs a step on the caller thread. */
  public record Call(Node node) implements Act {}

  /** Forks a step. */
  public record Fork(Node node) implements Act {}

  /** Returns the names of the steps that run on the caller thread, which form the spine. */
  public Set<String> spine() {
    return acts.stream()
        .filter(Call.class::isInstance)
        .map(act -> act.node().name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
