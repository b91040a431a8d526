package io.stepwright.benchmarks.contender.wired;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.benchmarks.flow.Steps;
import io.stepwright.runtime.AgentResult;

/** The flow {@code GUIDE}, with a report of every run. */
@Agent
public abstract class ReportingGuide {

  /** The result of a run. */
  public record Outcome(int intent, int email, int note) {}

  private final Steps steps;

  protected ReportingGuide(Steps steps) {
    this.steps = steps;
  }

  @EntryPoint
  public abstract AgentResult<Outcome> run(int n);

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
