package io.stepwright.benchmarks.contender.wired;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Each;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.benchmarks.flow.Flow;
import java.util.List;

/** The flow {@code FAN_OUT}, in which every step calls a model. */
@Agent
public abstract class FanOutCalls {

  @EntryPoint("item")
  public abstract List<Integer> run(List<Integer> items);

  @AgentStep
  @Model("model")
  @Prompt("Step FAN_OUT/1 on {{item}} + 0.")
  protected abstract int item(@Each(value = "items", atOnce = Flow.ITEMS) int item);
}
