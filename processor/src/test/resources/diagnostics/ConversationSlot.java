package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface ConversationSlot {
  record Chat(String user, Conversation history) {}

  record Answers(String slot, String path, String part, String maybe) {}

  @EntryPoint
  Answers run(Conversation history, Chat chat, Optional<Conversation> earlier);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{history}}") // <- ConversationSlot: is of type Conversation. The conversation that a step takes as a parameter already stands before its prompt. Take the slot away.
  String slot(Conversation history);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{chat.history}}") // <- ConversationSlot: add a parameter of this type, with @From and its path
  String path(Chat chat);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{chat}}") // <- ConversationSlot: holds a conversation, 'chat.history', which has no form as JSON.
  String part(Chat chat);

  @AgentStep
  @Model("m")
  @Prompt(value = "Go on", system = "{{earlier}}") // <- ConversationSlot: is of type Optional<Conversation>
  String maybe(Optional<Conversation> earlier);
}
