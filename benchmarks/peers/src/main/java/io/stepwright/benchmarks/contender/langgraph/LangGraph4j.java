package io.stepwright.benchmarks.contender.langgraph;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Layers;
import io.stepwright.benchmarks.flow.Node;
import io.stepwright.benchmarks.flow.Steps;
import io.stepwright.benchmarks.flow.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.ToIntFunction;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

/**
 * Runs flows with LangGraph4j's parallel branches, with the executor set for the node at which they
 * begin. Parallel branches have one node each and join in one node. A branch of several steps is a
 * separate compiled graph. If chains cross, as in the graph of twenty steps, all steps of the same
 * depth are branches that join in an empty node.
 */
public final class LangGraph4j {

  private final Steps steps;
  private final RunnableConfig.Builder config = RunnableConfig.builder();
  private final Executor executor;

  private LangGraph4j(Steps steps, Executor executor) {
    this.steps = steps;
    this.executor = executor;
  }

  /** Creates the contender for a flow. */
  public static Contender of(Flow flow, Steps steps, Executor executor) {
    LangGraph4j graphs = new LangGraph4j(steps, executor);
    try {
      return switch (flow) {
        case GUIDE -> graphs.guide();
        case DIAMOND -> graphs.diamond();
        case TWENTY -> graphs.twenty();
        case FAN_OUT -> graphs.fanOut();
      };
    } catch (GraphStateException e) {
      throw new IllegalStateException(e);
    }
  }

  private Contender guide() throws GraphStateException {
    List<Node> nodes = Flow.GUIDE.nodes();
    StateGraph<AgentState> chain = new StateGraph<>(AgentState::new);
    add(chain, nodes.get(0));
    add(chain, nodes.get(1));
    chain.addEdge(START, "s1").addEdge("s1", "s2").addEdge("s2", END);
    StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
    graph.addNode("answer", chain.compile());
    add(graph, nodes.get(2));
    fork(graph, START, List.of("answer", "s3"), "end");
    return runs(
        graph, state -> Values.join(value(state, "s1"), value(state, "s2"), value(state, "s3")));
  }

  private Contender diamond() throws GraphStateException {
    List<Node> nodes = Flow.DIAMOND.nodes();
    StateGraph<AgentState> diamond = new StateGraph<>(AgentState::new);
    for (Node node : nodes.subList(0, 4)) {
      add(diamond, node);
    }
    diamond.addEdge(START, "s1").addEdge("s1", "s2").addEdge("s1", "s3");
    diamond.addEdge("s2", "s4").addEdge("s3", "s4").addEdge("s4", END);
    config.addParallelNodeExecutor("s1", executor);
    StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
    graph.addNode("diamond", diamond.compile());
    add(graph, nodes.get(4));
    fork(graph, START, List.of("diamond", "s5"), "end");
    return runs(graph, state -> Values.join(value(state, "s4"), value(state, "s5")));
  }

  private Contender twenty() throws GraphStateException {
    StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
    String before = START;
    int depth = 0;
    for (List<Node> layer : Layers.of(Flow.TWENTY)) {
      for (Node node : layer) {
        add(graph, node);
      }
      if (layer.size() == 1) {
        String only = "s" + layer.get(0).id();
        graph.addEdge(before, only);
        before = only;
      } else {
        String meeting = "layer" + ++depth;
        branch(graph, before, layer.stream().map(node -> "s" + node.id()).toList(), meeting);
        before = meeting;
      }
    }
    graph.addEdge(before, END);
    return runs(graph, state -> value(state, "s20"));
  }

  private Contender fanOut() throws GraphStateException {
    StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
    List<String> names = new ArrayList<>(Flow.ITEMS);
    for (int i = 0; i < Flow.ITEMS; i++) {
      int item = i;
      String name = "item" + i;
      names.add(name);
      graph.addNode(name, node_async(state -> Map.of(name, steps.step(1, item))));
    }
    fork(graph, START, names, "end");
    return runs(graph, state -> names.stream().mapToInt(name -> value(state, name)).sum());
  }

  private void add(StateGraph<AgentState> graph, Node node) throws GraphStateException {
    graph.addNode(
        "s" + node.id(),
        node_async(
            state -> {
              int sum = 0;
              for (int input : node.inputs()) {
                sum += value(state, "s" + input);
              }
              return Map.of("s" + node.id(), steps.step(node.id(), sum));
            }));
  }

  /** Runs branches in parallel, and ends the graph where they join. */
  private void fork(
      StateGraph<AgentState> graph, String from, List<String> branches, String meeting)
      throws GraphStateException {
    branch(graph, from, branches, meeting);
    graph.addEdge(meeting, END);
  }

  private void branch(
      StateGraph<AgentState> graph, String from, List<String> branches, String meeting)
      throws GraphStateException {
    graph.addNode(meeting, node_async(state -> Map.of()));
    for (String branch : branches) {
      graph.addEdge(from, branch).addEdge(branch, meeting);
    }
    config.addParallelNodeExecutor(from, executor);
  }

  private Contender runs(StateGraph<AgentState> graph, ToIntFunction<AgentState> result)
      throws GraphStateException {
    CompiledGraph<AgentState> compiled = graph.compile();
    RunnableConfig settings = config.build();
    return n -> result.applyAsInt(compiled.invoke(Map.of("s0", n), settings).orElseThrow());
  }

  private static int value(AgentState state, String key) {
    return state.<Integer>value(key).orElseThrow();
  }
}
