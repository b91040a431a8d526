package io.stepwright.processor.schedule;

import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order in which the caller's thread goes through a graph.
 *
 * @param graph the graph
 * @param acts what it does, in order
 */
public record Schedule(Graph graph, List<Act> acts) {

  /** Something that the caller's thread does. */
  public sealed interface Act {

    /** The step. */
    Node node();
  }

  /** Runs a step itself. */
  public record Call(Node node) implements Act {}

  /** Lets a step run by itself. */
  public record Fork(Node node) implements Act {}

  /** The names of the steps that run on the caller's thread: the spine. */
  public Set<String> spine() {
    return acts.stream()
        .filter(Call.class::isInstance)
        .map(act -> act.node().name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
