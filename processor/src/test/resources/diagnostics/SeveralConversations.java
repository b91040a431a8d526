package app;

import io.stepwright.*;
import io.stepwright.runtime.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface SeveralConversations {
  @EntryPoint("reply")
  String run(Conversation chat, Optional<Conversation> mails, String text);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  String reply(
      Conversation chat,
      String text,
      Optional<Conversation> mails); // <- SeveralConversations: Step 'reply' takes two conversations, 'chat' and 'mails'. A model continues one.

  @EntryPoint("size")
  int measure(Conversation chat, Optional<Conversation> mails);

  @AgentStep
  default int size(Conversation chat, Optional<Conversation> mails) {
    return chat.size() + mails.orElse(chat).size();
  }

  @EntryPoint("found")
  boolean find(Conversation chat, String text);

  @AgentStep
  @Regex(value = "a", on = "text")
  boolean found(Conversation chat, String text); // <- UnusedParameter: uses the parameter 'chat'. Only a model continues a conversation, and this step asks none. Drop the parameter; for the order alone, use after.

  @EntryPoint("written")
  String write(Conversation chat, String name);

  @AgentStep
  @Template("templates/hello.txt")
  String written(Conversation chat, String name); // <- UnusedParameter: uses the parameter 'chat'. Only a model continues a conversation, and this step asks none. Drop the parameter; for the order alone, use after.
}
