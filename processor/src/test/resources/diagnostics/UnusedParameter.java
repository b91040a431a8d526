package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnusedParameter {
  @EntryPoint("step")
  String run(String text, String tone);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  String step(
      String text,
      String tone); // <- UnusedParameter

  record Chat(String user, Conversation history) {}

  @EntryPoint("ofMany")
  String many(List<Conversation> chats, String text);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  String ofMany(
      List<Conversation> chats, // <- UnusedParameter: uses the parameter 'chats'. A step continues one Conversation, which it takes by itself. Take one as a parameter of type Conversation, or go through a List of them with @Each.
      String text);

  @EntryPoint("ofRecord")
  String inRecord(Chat chat, String text);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  String ofRecord(
      Chat chat, // <- UnusedParameter: A step continues one Conversation, which it takes by itself. Take it instead, as in @From("chat.history") Conversation history.
      String text);
}
