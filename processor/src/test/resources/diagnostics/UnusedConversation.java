package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnusedConversation {
  record Chat(String user, Conversation history) {
    public String last() {
      return history.turns().get(0).display();
    }
  }

  record Inner(Chat chat, Optional<Conversation> earlier) {}

  record Shown(String reply, Conversation history) {}

  @EntryPoint("reply")
  String dropped(Conversation history, String question); // <- UnusedConversation: Nothing reads the conversation 'history', an input of entry point 'dropped'. A model sees only a conversation that its step takes as a parameter. Add a parameter 'history' to the step that continues it, or drop it.

  @EntryPoint("reply")
  String maybe(
      Optional<Conversation> history, // <- UnusedConversation: 'history', an input of entry point 'maybe'
      String question);

  @EntryPoint("reply")
  String silenced(
      @SuppressWarnings("stepwright:UnusedConversation") Conversation history, String question);

  @AgentStep
  @Model("m")
  @Prompt("{{question}}")
  String reply(String question);

  @EntryPoint("named")
  String inRecord(Chat chat); // <- UnusedConversation: Nothing reads the conversation 'chat.history', an input of entry point 'inRecord'. A model sees only a conversation that its step takes as a parameter. Add @From("chat.history") Conversation history to the step that continues it, or drop it.

  @AgentStep
  @Model("m")
  @Prompt("{{chat.user}}")
  String named(Chat chat);

  @EntryPoint("fromUser")
  String nested(Inner in);

  @AgentStep
  @Model("m")
  @Prompt("{{user}}")
  String fromUser(
      @From("in.chat.user") String user, @From("in.chat.history") Conversation before);

  @EntryPoint("byCode")
  int taken(Chat chat);

  @AgentStep
  default int byCode(Chat chat) {
    return chat.history().size();
  }

  @EntryPoint
  Shown inResult(Conversation history, String question);

  @EntryPoint("tested")
  Optional<String> condition(Conversation history, String question);

  @AgentStep
  @When("!history.empty")
  @Model("m")
  @Prompt("{{question}}")
  String tested(String question);

  @EntryPoint("shown")
  String byMethod(Chat chat);

  @AgentStep
  @Model("m")
  @Prompt("{{chat.last}}")
  String shown(Chat chat);

  @EntryPoint("counted")
  String inSlot(Chat chat);

  @AgentStep
  @Model("m")
  @Prompt("{{chat.history.size}} turns")
  String counted(Chat chat);

  @EntryPoint("judged")
  String checked(Chat chat);

  @AgentStep
  @Model("m")
  @Prompt("{{chat.user}}")
  String judged(Chat chat);

  @Check("judged")
  default Optional<String> check(String judged, Chat chat) {
    return chat.history().isEmpty() ? Optional.of("Empty") : Optional.empty();
  }

  @EntryPoint("greeting")
  String loaded(String id);

  @AgentStep
  default Chat load(String id) { // <- UnusedConversation: Nothing reads the conversation 'load.history', in the result of step 'load'.
    return new Chat(id, Conversation.empty());
  }

  @AgentStep
  @Model("m")
  @Prompt("{{user}}")
  String greeting(@From("load.user") String user);
}
