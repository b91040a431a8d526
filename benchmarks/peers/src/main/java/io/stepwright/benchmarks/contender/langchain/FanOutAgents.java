package io.stepwright.benchmarks.contender.langchain;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.V;
import io.stepwright.benchmarks.flow.Steps;
import java.util.List;

/**
 * The flow {@code FAN_OUT} as agents: one step for each item, and the whole flow as a typed agent.
 */
final class FanOutAgents {

  private FanOutAgents() {}

  /** The whole flow. */
  public interface Whole {

    @Agent(outputKey = "values")
    List<Integer> run(@V("items") List<Integer> items);
  }

  /** The step of an item. */
  public record Item(Steps steps) {

    @Agent(outputKey = "value")
    public int value(@V("item") int item) throws InterruptedException {
      return steps.step(1, item);
    }
  }
}
