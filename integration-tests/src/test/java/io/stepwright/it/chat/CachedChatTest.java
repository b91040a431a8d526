package io.stepwright.it.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.Conversation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cached answer belongs to one conversation. */
@Timeout(120)
class CachedChatTest {

  private static final String QUESTION = "How do I change the address of my invoice?";

  /** Conversations of which no two are equal, although the texts of many are. */
  private static final List<Conversation> DIFFERENT =
      List.of(
          Conversation.empty(),
          Conversation.empty().user(""),
          Conversation.empty().model(""),
          Conversation.empty().user("ab"),
          Conversation.empty().model("ab"),
          Conversation.empty().user("a").user("b"),
          Conversation.empty().user("a").model("b"),
          Conversation.empty().model("a").user("b"),
          Conversation.empty().user("").user("ab"),
          Conversation.empty().user("ab").user(""),
          Conversation.empty().user("ab").model(""),
          Conversation.empty().user("a").model("b").user("c").model("d"),
          Conversation.empty().user("a").model("b").user("c").model("e"),
          Conversation.empty().user("a").model("x").user("c").model("d"),
          Conversation.empty().user("ab").model("c").user("").model("d"),
          Conversation.empty().user("I like crime stories.").model("So do I."),
          Conversation.empty().user("I like crime novels.").model("So do I."));

  private final ModelServer server = ModelServer.http();
  private final AgentRuntime runtime =
      Runtimes.builder(server.baseUrl()).configuration("stepwright.cache.timeout", "30s").build();
  private final CachedChat chat = new WiredCachedChat(runtime);

  @BeforeEach
  void answerWithTheNumberOfTheRequest() {
    server.answer(request -> Answer.text("answer " + server.count()));
  }

  @AfterEach
  void close() {
    runtime.close();
    server.close();
  }

  private static Conversation copy(Conversation conversation) {
    return Conversation.fromJson(conversation.toJson());
  }

  @Test
  void onlyEqualConversationsShareAnAnswer() {
    List<String> answers =
        DIFFERENT.stream().map(history -> chat.exactly(history, QUESTION)).toList();
    assertThat(answers).doesNotHaveDuplicates();
    assertThat(server.count()).isEqualTo(DIFFERENT.size());

    assertThat(DIFFERENT.stream().map(history -> chat.exactly(copy(history), QUESTION)).toList())
        .isEqualTo(answers);
    assertThat(server.count()).isEqualTo(DIFFERENT.size());
  }

  @Test
  void theQuestionAloneIsComparedByMeaning() throws InterruptedException {
    assertThat(runtime.cache().warmUp(Duration.ofSeconds(60))).isTrue();
    List<String> answers =
        DIFFERENT.stream().map(history -> chat.similarly(history, QUESTION)).toList();
    assertThat(answers).doesNotHaveDuplicates();
    assertThat(server.count()).isEqualTo(DIFFERENT.size());

    Conversation last = DIFFERENT.get(DIFFERENT.size() - 1);
    assertThat(chat.similarly(copy(last), "How can I change the address of my invoice?"))
        .as("a similar question in an equal conversation")
        .isEqualTo(answers.get(answers.size() - 1));
    assertThat(server.count()).isEqualTo(DIFFERENT.size());
  }

  @Test
  void theTextOfATurnIsNotTakenForTheQuestion() {
    String first = chat.exactly(Conversation.empty().user("a"), "b");
    assertThat(chat.exactly(Conversation.empty(), "a")).isNotEqualTo(first);
    assertThat(chat.exactly(Conversation.empty().user("b"), "a")).isNotEqualTo(first);
    assertThat(chat.exactly(Conversation.empty(), "ab")).isNotEqualTo(first);
    assertThat(server.count()).isEqualTo(4);
  }
}
