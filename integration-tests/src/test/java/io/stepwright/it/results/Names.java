package io.stepwright.it.results;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** Uses every name that generated code would use itself. */
@Agent
public abstract class Names {

  public record Run(int number) {}

  public record Step(String text) {}

  public record Forked(String text) {}

  public record Optional(String text) {}

  public record Result(String run, Integer AGENT, Forked in) {}

  protected String runtime;

  protected Names(String runtime, int json) {
    this.runtime = runtime + json;
  }

  @EntryPoint
  public abstract Result names(Run run_, Step step, Forked runtime);

  @EntryPoint("system")
  public abstract String names(Run run_, Step step, String prompt);

  @AgentStep
  protected String run(Run run_, Step step) {
    return run_.number() + step.text() + runtime;
  }

  @AgentStep("AGENT")
  protected Integer agent(Optional maybe) {
    return maybe.text().length();
  }

  @AgentStep("maybe")
  protected Optional optional(Step step) {
    return new Optional(step.text());
  }

  @AgentStep("in")
  protected Forked forked(@From("runtime") Forked value) {
    return new Forked(value.text() + "!");
  }

  @AgentStep("system")
  @Model("tiny")
  @Prompt(system = "{{prompt}}", value = "{{step}} {{value}} {{call}}")
  protected abstract String step(
      String prompt, Step step, @From("run") String value, @From("run") String call);
}
