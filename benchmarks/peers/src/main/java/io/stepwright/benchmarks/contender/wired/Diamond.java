package io.stepwright.benchmarks.contender.wired;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.benchmarks.flow.Steps;

/** The flow {@code DIAMOND}: a diamond beside a slow step. */
@Agent
public abstract class Diamond {

  /** The result of a run. */
  public record Outcome(int d, int slow) {}

  private final Steps steps;

  protected Diamond(Steps steps) {
    this.steps = steps;
  }

  @EntryPoint
  public abstract Outcome run(int n);

  @AgentStep
  protected int a(int n) throws InterruptedException {
    return steps.step(1, n);
  }

  @AgentStep
  protected int b(int a) throws InterruptedException {
    return steps.step(2, a);
  }

  @AgentStep
  protected int c(int a) throws InterruptedException {
    return steps.step(3, a);
  }

  @AgentStep
  protected int d(int b, int c) throws InterruptedException {
    return steps.step(4, b + c);
  }

  @AgentStep
  protected int slow(int n) throws InterruptedException {
    return steps.step(5, n);
  }
}
