package io.stepwright.benchmarks.contender.langchain;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.V;
import io.stepwright.benchmarks.flow.Steps;

/** The flow {@code GUIDE} as agents without a model, and the whole flow as a typed agent. */
final class GuideAgents {

  private GuideAgents() {}

  /** The whole flow. */
  public interface Whole {

    @Agent
    int run(@V("n") int n);
  }

  /** The first step. */
  public record Intent(Steps steps) {

    @Agent(outputKey = "intent")
    public int intent(@V("n") int n) throws InterruptedException {
      return steps.step(1, n);
    }
  }

  /** The second step. */
  public record Email(Steps steps) {

    @Agent(outputKey = "email")
    public int email(@V("n") int n, @V("intent") int intent) throws InterruptedException {
      return steps.step(2, n + intent);
    }
  }

  /** The third step. */
  public record Note(Steps steps) {

    @Agent(outputKey = "note")
    public int note(@V("n") int n) throws InterruptedException {
      return steps.step(3, n);
    }
  }
}
