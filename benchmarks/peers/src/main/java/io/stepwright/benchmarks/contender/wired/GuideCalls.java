package io.stepwright.benchmarks.contender.wired;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** The flow {@code GUIDE}, in which every step calls a model. */
@Agent
public abstract class GuideCalls {

  /** The result of a run. */
  public record Outcome(int intent, int email, int note) {}

  @EntryPoint
  public abstract Outcome run(int n);

  @AgentStep
  @Model("model")
  @Prompt("Step GUIDE/1 on {{n}} + 0.")
  protected abstract int intent(int n);

  @AgentStep
  @Model("model")
  @Prompt("Step GUIDE/2 on {{n}} + {{intent}}.")
  protected abstract int email(int n, int intent);

  @AgentStep
  @Model("model")
  @Prompt("Step GUIDE/3 on {{n}} + 0.")
  protected abstract int note(int n);
}
