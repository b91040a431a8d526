package io.stepwright.it.schedule;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.AgentResult;

/** Three model steps, of which one needs another. */
@Agent
public abstract class Advice {

  public record Advised(String topic, String answer, String mood) {}

  @EntryPoint
  public abstract AgentResult<Advised> advise(String question);

  @AgentStep
  @Model("tiny")
  @Prompt("topic of {{question}}")
  protected abstract String topic(String question);

  @AgentStep
  @Model("tiny")
  @Prompt("answer {{question}} on {{topic}}")
  protected abstract String answer(String question, String topic);

  @AgentStep
  @Model("tiny")
  @Prompt("mood of {{question}}")
  protected abstract String mood(String question);
}
