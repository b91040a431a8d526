package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface ConversationSlot {
  record Chat(String user, Conversation history) {}

  record Answers(String slot, String path, String part, String maybe, String both, String turns, String turnsOf, String many, String renamed, String inFile) {}

  @EntryPoint
  Answers run(Conversation history, Chat chat, Optional<Conversation> earlier, List<Conversation> chats);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{history}}") // <- ConversationSlot: is of type Conversation. The conversation that a step takes as a parameter already stands before its prompt. Take the slot away.
  String slot(Conversation history);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{chat.history}}") // <- ConversationSlot: is of type Conversation. A step continues one Conversation, which it takes by itself. Take the slot away, and add a parameter, as in @From("chat.history") Conversation history.
  String path(Chat chat);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{chat}}") // <- ConversationSlot: holds a conversation, 'chat.history', which has no form as JSON. A step continues one Conversation, which it takes by itself. Name the other parts in slots of their own, and add a parameter, as in @From("chat.history") Conversation history.
  String part(Chat chat);

  @AgentStep
  @Model("m")
  @Prompt(value = "Go on", system = "{{earlier}}") // <- ConversationSlot: is of type Optional<Conversation>
  String maybe(Optional<Conversation> earlier);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{chat}}") // <- ConversationSlot: The conversation that a step takes as a parameter already stands before its prompt. Name the other parts in slots of their own.
  String both(Chat chat, Conversation history);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{history.turns}}") // <- ConversationSlot: is of type List<Turn>, a part of the conversation 'history'. The conversation that a step takes as a parameter already stands before its prompt. Take the slot away.
  String turns(Conversation history);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{chat.history.turns}}, {{chat.history.size}}") // <- ConversationSlot: a part of the conversation 'chat.history'. A step continues one Conversation, which it takes by itself. Take the slot away, and add a parameter, as in @From("chat.history") Conversation history.
  String turnsOf(Chat chat);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{chats}}") // <- ConversationSlot: holds a conversation, 'chats[]', which has no form as JSON. A step continues one Conversation, which it takes by itself. Take one as a parameter of type Conversation, or go through a List of them with @Each.
  String many(List<Conversation> chats);

  @AgentStep
  @Model("m")
  @Prompt("Go on: {{talk.history}}") // <- ConversationSlot: as in @From("chat.history") Conversation history.
  String renamed(@From("chat") Chat talk);

  @AgentStep
  @Template("templates/photo.txt") // <- ConversationSlot: Only a model continues a conversation, and this step asks none. Take the slot away.
  String inFile(@From("history") Conversation photo);
}
