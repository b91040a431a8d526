package io.stepwright.it.chat;

import io.stepwright.*;
import io.stepwright.runtime.Conversation;

/** Answers the questions of a chat. */
@Agent
public abstract class ChatBot {
  @EntryPoint
  public abstract String answer(Conversation history, String question);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt(system = "You help the customers of a bookshop. Be brief.", value = "{{question}}")
  protected abstract String reply(Conversation history, String question);
}
