package io.stepwright.benchmarks.contender.langchain;

import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.scope.AgenticScope;
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
import java.util.stream.IntStream;

/**
 * Runs flows with LangChain4j's agentic workflows: nested sequences and parallel workflows on the
 * given executor. If the chains of a graph cross, as in that of twenty steps, each parallel
 * workflow contains all steps of the same depth, and a sequence waits for it.
 *
 * <p>Asynchronous agents, the alternative in LangChain4j's documentation, are not used: a sequence
 * blocks at the first agent whose argument is missing, and does not start the agents after it.
 */
public final class LangChain4jAgentic {

  private static final List<Integer> ITEMS = IntStream.range(0, Flow.ITEMS).boxed().toList();

  private final Steps steps;
  private final Executor executor;

  private LangChain4jAgentic(Steps steps, Executor executor) {
    this.steps = steps;
    this.executor = executor;
  }

  /** Creates the contender for a flow. */
  public static Contender of(Flow flow, Steps steps, Executor executor) {
    LangChain4jAgentic agents = new LangChain4jAgentic(steps, executor);
    return switch (flow) {
      case GUIDE -> agents.guide();
      case DIAMOND -> agents.diamond();
      case TWENTY -> agents.twenty();
      case FAN_OUT -> agents.fanOut();
    };
  }

  private Contender guide() {
    UntypedAgent answer =
        AgenticServices.sequenceBuilder()
            .subAgents(new GuideAgents.Intent(steps), new GuideAgents.Email(steps))
            .build();
    GuideAgents.Whole whole =
        AgenticServices.parallelBuilder(GuideAgents.Whole.class)
            .subAgents(answer, new GuideAgents.Note(steps))
            .executor(executor)
            .output(
                scope ->
                    Values.join(
                        value(scope, "intent"), value(scope, "email"), value(scope, "note")))
            .build();
    return whole::run;
  }

  private Contender diamond() {
    List<Node> nodes = Flow.DIAMOND.nodes();
    UntypedAgent both = parallel(List.of(nodes.get(1), nodes.get(2)));
    UntypedAgent diamond =
        AgenticServices.sequenceBuilder()
            .subAgents(action(nodes.get(0)), both, action(nodes.get(3)))
            .build();
    UntypedAgent whole =
        AgenticServices.parallelBuilder()
            .subAgents(diamond, action(nodes.get(4)))
            .executor(executor)
            .output(scope -> Values.join(value(scope, "s4"), value(scope, "s5")))
            .build();
    return n -> (Integer) whole.invoke(Map.of("s0", n));
  }

  private Contender twenty() {
    List<Object> layers = new ArrayList<>();
    for (List<Node> layer : Layers.of(Flow.TWENTY)) {
      layers.add(layer.size() == 1 ? action(layer.get(0)) : parallel(layer));
    }
    UntypedAgent whole =
        AgenticServices.sequenceBuilder()
            .subAgents(layers.toArray())
            .output(scope -> value(scope, "s20"))
            .build();
    return n -> (Integer) whole.invoke(Map.of("s0", n));
  }

  private Contender fanOut() {
    FanOutAgents.Whole whole =
        AgenticServices.parallelMapperBuilder(FanOutAgents.Whole.class)
            .subAgents(new FanOutAgents.Item(steps))
            .itemsProvider("items")
            .executor(executor)
            .build();
    return n -> whole.run(ITEMS).stream().mapToInt(Integer::intValue).sum();
  }

  private UntypedAgent parallel(List<Node> nodes) {
    return AgenticServices.parallelBuilder()
        .subAgents(nodes.stream().map(this::action).toArray())
        .executor(executor)
        .build();
  }

  private Object action(Node node) {
    return AgenticServices.agentAction(
        scope -> {
          int sum = 0;
          for (int input : node.inputs()) {
            sum += value(scope, "s" + input);
          }
          scope.writeState("s" + node.id(), steps.step(node.id(), sum));
        });
  }

  private static int value(AgenticScope scope, String key) {
    return scope.readState(key, 0);
  }
}
