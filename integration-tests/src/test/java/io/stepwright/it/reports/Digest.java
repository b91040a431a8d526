package io.stepwright.it.reports;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.AgentResult;

/** Uses two models, one of them an alias; code calls one step again. */
@Agent
public abstract class Digest {

  public record Digested(String title, int score, String again) {}

  @EntryPoint
  public abstract AgentResult<Digested> digest(String text);

  @AgentStep
  @Model("alias:writer")
  @Prompt(system = "Be short.", value = "Title of {{text}}")
  protected abstract String title(String text);

  @AgentStep
  @Model("tiny")
  @Prompt("Score of {{text}}")
  protected abstract int score(String text);

  @AgentStep
  protected String again(String title) {
    return title(title);
  }
}
