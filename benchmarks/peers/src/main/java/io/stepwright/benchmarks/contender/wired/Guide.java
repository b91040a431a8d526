package io.stepwright.benchmarks.contender.wired;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.benchmarks.flow.Steps;

/** The flow {@code GUIDE}: the three steps of the guide. */
@Agent
public abstract class Guide {

  /** The result of a run. */
  public record Outcome(int intent, int email, int note) {}

  private final Steps steps;

  protected Guide(Steps steps) {
    this.steps = steps;
  }

  @EntryPoint
  public abstract Outcome run(int n);

  @AgentStep
  protected int intent(int n) throws InterruptedException {
    return steps.step(1, n);
  }

  @AgentStep
  protected int email(int n, int intent) throws InterruptedException {
    return steps.step(2, n + intent);
  }

  @AgentStep
  protected int note(int n) throws InterruptedException {
    return steps.step(3, n);
  }
}
