package io.stepwright.benchmarks.call;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** An agent with one model call. */
@Agent
public interface OneStep {

  @EntryPoint("answer")
  int run(int n);

  @AgentStep
  @Model("model")
  @Prompt("Step GUIDE/1 on {{n}} + 0.")
  int answer(int n);
}
