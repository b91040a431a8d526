package io.stepwright.graph.analysis;

import io.stepwright.descriptor.AgentDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.graph.analysis.GraphNode.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The complete graph of one entry point. Immutable.
 *
 * @param agent the agent
 * @param entryPoint the entry point
 * @param times the times of steps
 * @param criticalPath the longest path by these times
 * @param nodes the inputs, the steps, and the result
 * @param edges the edges between the nodes
 */
public record EntryGraph(
    AgentDescriptor agent,
    EntryPointDescriptor entryPoint,
    StepTimes times,
    TimedPath criticalPath,
    List<GraphNode> nodes,
    List<GraphEdge> edges) {

  /** Copies the lists. */
  public EntryGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** Returns the graphs of all entry points of an agent. */
  public static List<EntryGraph> of(AgentDescriptor agent, StepTimes times) {
    return agent.entryPoints().stream().map(entryPoint -> of(agent, entryPoint, times)).toList();
  }

  private static EntryGraph of(
      AgentDescriptor agent, EntryPointDescriptor entryPoint, StepTimes times) {
    return of(agent, entryPoint, times, TimedPath.longest(entryPoint, times));
  }

  /** Returns the graph of an entry point with a given critical path. */
  public static EntryGraph of(
      AgentDescriptor agent, EntryPointDescriptor entryPoint, StepTimes times, TimedPath path) {
    List<GraphNode> nodes = new ArrayList<>();
    for (String input : entryPoint.inputs()) {
      nodes.add(new GraphNode("input:" + input, Role.INPUT, input, null, false));
    }
    for (NodeDescriptor step : entryPoint.steps()) {
      boolean critical = path.steps().contains(step.name());
      nodes.add(new GraphNode("step:" + step.name(), Role.STEP, step.name(), step, critical));
    }
    nodes.add(new GraphNode("result", Role.RESULT, entryPoint.returns(), null, false));
    return new EntryGraph(
        agent, entryPoint, times, path, nodes, new EdgeCollector(path).collect(entryPoint));
  }

  /** Returns the display name, such as {@code handle(ticket)}. */
  public String signature() {
    return entryPoint.method() + "(" + String.join(", ", entryPoint.inputs()) + ")";
  }
}
