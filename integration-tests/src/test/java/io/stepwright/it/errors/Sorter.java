package io.stepwright.it.errors;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.AgentResult;

/** An agent with one model step. */
@Agent
public abstract class Sorter {

  public enum Kind {
    BUG,
    QUESTION
  }

  public record Sorted(Kind kind, int urgency) {}

  @EntryPoint
  public abstract AgentResult<Sorted> sort(String ticket);

  @AgentStep
  @Model("tiny")
  @Prompt(system = "You sort {{ticket}}.", value = "Sort this: {{ticket}}")
  protected abstract Sorted verdict(String ticket);
}
