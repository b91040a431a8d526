package io.stepwright.benchmarks.cache;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.AgentResult;

/** An agent with one cached answer. */
@Agent
public abstract class Helpdesk {

  /** Answers a question. */
  @EntryPoint("answer")
  public abstract AgentResult<String> handle(String question);

  /** Calls the model. */
  @AgentStep
  @Model("gpt-4o-mini")
  @Cached(similarity = Questions.SIMILARITY)
  @Prompt("Answer: {{question}}")
  protected abstract String answer(String question);
}
