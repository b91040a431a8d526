package io.stepwright.it.chat;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.runtime.Conversation;

/** Remembers its answers: one step those to equal questions, one those to similar questions. */
@Agent
public interface CachedChat {

  @EntryPoint("exact")
  String exactly(Conversation history, String question);

  @EntryPoint("similar")
  String similarly(Conversation history, String question);

  @AgentStep
  @Cached
  @Model("gpt-4o-mini")
  @Prompt("{{question}}")
  String exact(Conversation history, String question);

  @AgentStep
  @Cached(similarity = 0.9, on = "question")
  @Model("gpt-4o-mini")
  @Prompt("{{question}}")
  String similar(Conversation history, String question);
}
