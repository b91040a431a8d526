package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeModel;
import io.stepwright.processor.testing.RunningAgent;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.runtime.Conversation;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Turn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Agents whose steps continue conversations, compiled and run. */
@Timeout(120)
class ConversationRunTest {

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      import io.stepwright.runtime.*;
      import java.util.*;
      @Agent
      public interface Bot {
        enum Kind { SHORT, LONG, CODE }
        enum Tone { WARM, PLAIN }
        record Chat(String user, Conversation history, Optional<Conversation> mails) {}
        record Both(String answer, String topic) {}

        @EntryPoint("answer") String ask(Conversation history, String question);
        @EntryPoint("cached") String askCached(Conversation history, String question);
        @EntryPoint("pathed") String askPath(Chat chat, String question);
        @EntryPoint("mailed") String askMail(Chat chat, String question);
        @EntryPoint("maybe") String askMaybe(Optional<Conversation> history, String question);
        @EntryPoint Both both(Conversation history, String question);
        @EntryPoint("summaries") List<String> summarize(List<Conversation> chats, String question);
        @EntryPoint("found") String find(Conversation history, String question);
        @EntryPoint("letter") String write(Conversation history, String question, Tone tone);
        @EntryPoint("reply") String choose(Conversation history, String question, Kind kind);
        @EntryPoint("checked") String check(Conversation history, String question);
        @EntryPoint("shortened") String shorten(Conversation history, String question);
        @EntryPoint("began") String begin(Conversation history);

        @AgentStep @Model("m") @Prompt(system = "Be brief.", value = "{{question}}")
        String answer(Conversation history, String question);

        @AgentStep @Model("m") @Cached @Prompt("{{question}}")
        String cached(String question, Conversation history);

        @AgentStep @Model("m") @Cached @Prompt("{{question}}")
        String pathed(@From("chat.history") Conversation before, String question);

        @AgentStep @Model("m") @Cached(on = "question") @Prompt("{{question}} {{chat.user}}")
        String mailed(@From("chat.mails") Optional<Conversation> before, Chat chat, String question);

        @AgentStep @Model("m") @Prompt("{{question}}")
        String maybe(Optional<Conversation> history, String question);

        @AgentStep @Model("m") @Prompt("Name the topic.")
        String topic(Conversation history);

        @AgentStep("summaries") @Model("m") @Prompt("{{question}}")
        String summary(@Each("chats") Conversation chat, String question);

        @AgentStep @Regex(value = "say (\\\\w+)", on = "question") @Model("m") @Prompt("{{question}}")
        String found(String question, Conversation history);

        @AgentStep @Model("m") @Cached @Template("letter/{tone}.txt")
        String letter(Tone tone, String question, Conversation history);

        @AgentStep("reply") @When(value = "kind", is = "SHORT") @Model("m") @Prompt("short {{question}}")
        String shortReply(Conversation history, String question);

        @AgentStep("reply") @When(value = "kind", is = "LONG") @Model("m") @Prompt("long {{question}}")
        String longReply(String question);

        @AgentStep("reply") default String codeReply(Conversation history) {
          return "of " + history.size();
        }

        @AgentStep @Model("m") @Prompt("{{question}}")
        String checked(Conversation history, String question);

        @Check("checked") default Optional<String> longer(String answer, Conversation history) {
          return answer.length() > history.size() ? Optional.empty() : Optional.of("too short");
        }

        @AgentStep default Conversation recent(Conversation history) { return history.last(2); }

        @AgentStep @Model("m") @Prompt("{{question}}")
        String shortened(Conversation recent, String question);

        @AgentStep @When("!history.empty") @Model("m") @Prompt("Go on.")
        String goOn(Conversation history);

        @AgentStep default String began(Optional<String> goOn) { return goOn.orElse("nothing yet"); }
      }
      """;

  private static final Conversation CHAT =
      Conversation.empty().user("Hello").model("Good day").user("How are you?").model("Well");

  private static Compiled compiled;

  @BeforeAll
  static void compile() {
    for (TestCompiler compiler : TestCompiler.current()) {
      compiled =
          Compilation.with(compiler)
              .source("app/Bot.java", AGENT)
              .resource("letter/WARM.txt", "Dear, {{write: answer {{question}}}}")
              .resource("letter/PLAIN.txt", "No answer.")
              .option("-Xlint:all")
              .compile();
      assertThat(compiled.messages()).isEmpty();
    }
  }

  private static String turns(ModelRequest request) {
    return request.turns().stream()
        .map(turn -> turn.role() + ": " + turn.display())
        .collect(Collectors.joining("\n"));
  }

  private static String turns(FakeModel model) {
    return turns(model.requests().get(model.requests().size() - 1));
  }

  private static final String BEFORE =
      "user: Hello\nmodel: Good day\nuser: How are you?\nmodel: Well\n";

  @Test
  void theConversationStandsBetweenInstructionsAndPrompt() throws Throwable {
    FakeModel model = new FakeModel(request -> "ok");
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      agent.call("ask", CHAT, "Why?");
      assertThat(turns(model)).isEqualTo("system: Be brief.\n" + BEFORE + "user: Why?");
      agent.call("ask", Conversation.empty(), "Why?");
      assertThat(turns(model)).isEqualTo("system: Be brief.\nuser: Why?");
      agent.call("answer", CHAT, "Directly?");
      assertThat(turns(model)).isEqualTo("system: Be brief.\n" + BEFORE + "user: Directly?");
    }
  }

  @Test
  void bindingsAreThoseOfAnyParameter() throws Throwable {
    FakeModel model = new FakeModel(request -> "ok");
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      Object chat = agent.make("Chat", "Ada", CHAT, Optional.of(CHAT.last(2)));
      agent.call("askPath", chat, "Why?");
      assertThat(turns(model)).isEqualTo(BEFORE + "user: Why?");
      agent.call("askMail", chat, "Why?");
      assertThat(turns(model)).isEqualTo("user: How are you?\nmodel: Well\nuser: Why? Ada");
      agent.call("askMail", agent.make("Chat", "Ada", CHAT, Optional.empty()), "Why?");
      assertThat(turns(model)).isEqualTo("user: Why? Ada");
      agent.call("askMaybe", Optional.of(CHAT), "Why?");
      assertThat(turns(model)).isEqualTo(BEFORE + "user: Why?");
      agent.call("askMaybe", Optional.empty(), "Why?");
      assertThat(turns(model)).isEqualTo("user: Why?");
    }
  }

  @Test
  void severalStepsContinueOneConversation() throws Throwable {
    FakeModel model = new FakeModel(ModelRequest::prompt);
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      assertThat(agent.call("both", CHAT, "Why?"))
          .hasToString("Both[answer=Why?, topic=Name the topic.]");
    }
    assertThat(model.requests().stream().map(ConversationRunTest::turns))
        .containsExactlyInAnyOrder(
            "system: Be brief.\n" + BEFORE + "user: Why?", BEFORE + "user: Name the topic.");
  }

  @Test
  void cachedAnswersBelongToTheirConversation() throws Throwable {
    FakeModel model = new FakeModel(request -> "ok");
    List<Conversation> chats =
        List.of(
            CHAT,
            CHAT.last(2),
            Conversation.empty(),
            Conversation.empty().user("Hello"),
            Conversation.empty().model("Hello"),
            Conversation.empty().user("Hello").user("Hello"),
            Conversation.empty().user("HelloHello"));
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      for (int i = 0; i < 2; i++) {
        for (Conversation chat : chats) {
          agent.call("askCached", chat, "Why?");
        }
      }
      assertThat(model.requests()).hasSize(chats.size());
      for (int i = 0; i < 2; i++) {
        agent.call("askMail", agent.make("Chat", "Ada", CHAT, Optional.of(CHAT)), "Why?");
        agent.call("askMail", agent.make("Chat", "Ada", CHAT, Optional.empty()), "Why?");
      }
      assertThat(model.requests()).hasSize(chats.size() + 2);
    }
  }

  @Test
  void eachItemHasItsOwnConversation() throws Throwable {
    FakeModel model = new FakeModel(request -> String.valueOf(request.turns().size()));
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      assertThat(agent.call("summarize", List.of(CHAT, Conversation.empty()), "What?"))
          .isEqualTo(List.of("5", "1"));
    }
  }

  @Test
  void anExpressionIsTriedBeforeTheModelContinues() throws Throwable {
    FakeModel model = new FakeModel(request -> "model");
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      assertThat(agent.call("find", CHAT, "say hello")).isEqualTo("hello");
      assertThat(model.requests()).isEmpty();
      assertThat(agent.call("find", CHAT, "no")).isEqualTo("model");
      assertThat(turns(model)).isEqualTo(BEFORE + "user: no");
    }
  }

  @Test
  void openSlotsOfTemplatesAreWrittenInTheConversation() throws Throwable {
    FakeModel model = new FakeModel(request -> "{\"text\": \"because\"}");
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      Object warm = agent.constant("Tone", "WARM");
      assertThat(agent.call("write", CHAT, "Why?", warm)).isEqualTo("Dear, because");
      assertThat(turns(model)).startsWith(BEFORE + "user: Below is a document");
      agent.call("write", CHAT, "Why?", warm);
      assertThat(model.requests()).hasSize(1);
      agent.call("write", CHAT.last(2), "Why?", warm);
      assertThat(model.requests()).hasSize(2);
      assertThat(agent.call("write", CHAT, "Why?", agent.constant("Tone", "PLAIN")))
          .isEqualTo("No answer.");
      assertThat(model.requests()).hasSize(2);
    }
  }

  @Test
  void alternativesContinueItOrNot() throws Throwable {
    FakeModel model = new FakeModel(request -> "ok");
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      agent.call("choose", CHAT, "Why?", agent.constant("Kind", "SHORT"));
      assertThat(turns(model)).isEqualTo(BEFORE + "user: short Why?");
      agent.call("choose", CHAT, "Why?", agent.constant("Kind", "LONG"));
      assertThat(turns(model)).isEqualTo("user: long Why?");
      assertThat(agent.call("choose", CHAT, "Why?", agent.constant("Kind", "CODE")))
          .isEqualTo("of 4");
    }
  }

  @Test
  void checksSeeItAndRepairsContinueIt() throws Throwable {
    FakeModel model =
        new FakeModel(request -> request.prompt().equals("Why?") ? "no" : "because of it");
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      assertThat(agent.call("check", CHAT, "Why?")).isEqualTo("because of it");
    }
    assertThat(turns(model)).startsWith(BEFORE + "user: Why?\nmodel: no\nuser: ");
    assertThat(model.requests().get(1).turns()).hasSize(7).last().isInstanceOf(Turn.User.class);
  }

  @Test
  void codeStepsShortenItAndConditionsReadIt() throws Throwable {
    FakeModel model = new FakeModel(request -> "ok");
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      agent.call("shorten", CHAT, "Why?");
      assertThat(turns(model)).isEqualTo("user: How are you?\nmodel: Well\nuser: Why?");
      assertThat(agent.call("begin", CHAT)).isEqualTo("ok");
      assertThat(agent.call("begin", Conversation.empty())).isEqualTo("nothing yet");
      assertThat(model.requests()).hasSize(2);
    }
  }

  @Test
  void aNullConversationFails() throws Exception {
    FakeModel model = new FakeModel(request -> "ok");
    try (RunningAgent agent = new RunningAgent(compiled, "Bot", model)) {
      assertThatThrownBy(() -> agent.call("ask", null, "Why?"))
          .isInstanceOf(NullPointerException.class)
          .hasMessageContaining("'history' is null");
      assertThatThrownBy(() -> agent.call("answer", null, "Why?")).hasMessageContaining("history");
    }
    assertThat(model.requests()).isEmpty();
  }
}
