package io.stepwright.benchmarks.contender.wired;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Each;
import io.stepwright.EntryPoint;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Steps;
import java.util.List;

/** The flow {@code FAN_OUT}: one step for each item. */
@Agent
public abstract class FanOut {

  private final Steps steps;

  protected FanOut(Steps steps) {
    this.steps = steps;
  }

  @EntryPoint("item")
  public abstract List<Integer> run(List<Integer> items);

  @AgentStep
  protected int item(@Each(value = "items", atOnce = Flow.ITEMS) int item)
      throws InterruptedException {
    return steps.step(1, item);
  }
}
