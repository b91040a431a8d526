package io.stepwright.benchmarks.contender.wired;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** The flow {@code DIAMOND}, in which every step calls a model. */
@Agent
public abstract class DiamondCalls {

  /** The result of a run. */
  public record Outcome(int d, int slow) {}

  @EntryPoint
  public abstract Outcome run(int n);

  @AgentStep
  @Model("model")
  @Prompt("Step DIAMOND/1 on {{n}} + 0.")
  protected abstract int a(int n);

  @AgentStep
  @Model("model")
  @Prompt("Step DIAMOND/2 on {{a}} + 0.")
  protected abstract int b(int a);

  @AgentStep
  @Model("model")
  @Prompt("Step DIAMOND/3 on {{a}} + 0.")
  protected abstract int c(int a);

  @AgentStep
  @Model("model")
  @Prompt("Step DIAMOND/4 on {{b}} + {{c}}.")
  protected abstract int d(int b, int c);

  @AgentStep
  @Model("model")
  @Prompt("Step DIAMOND/5 on {{n}} + 0.")
  protected abstract int slow(int n);
}
