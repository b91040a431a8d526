package io.stepwright.it.remembered;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.AgentResult;

/** Has one answer that depends on the customer and on the question. */
@Agent
public abstract class Helpdesk {

  public enum Language {
    ENGLISH,
    GERMAN
  }

  public record Request(String customer, Language language, String question) {}

  @EntryPoint("answer")
  public abstract AgentResult<String> handle(Request request);

  @AgentStep
  @Model("gpt-4o")
  @Cached(similarity = 0.9, on = "request.question")
  @Prompt("{{request.customer}}|{{request.language}}|{{request.question}}")
  protected abstract String answer(Request request);
}
