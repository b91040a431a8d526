package io.stepwright.it.remembered;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.remembered.Replies.Reply;
import io.stepwright.it.remembered.Replies.Request;
import io.stepwright.it.remembered.Replies.Topic;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.report.CacheReport;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.CacheOutcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts that the model writes into a template are cached by meaning, with the real embedder. */
@Timeout(120)
class RepliesTest {

  private static final String QUESTION = "How do I change the address of my invoice?";
  private static final String REWORDED = "How can I change the address of my invoice?";

  private final ModelServer server = ModelServer.http();
  private final AgentRuntime runtime =
      Runtimes.builder(server.baseUrl())
          .configuration("stepwright.cache.timeout", Desk.PATIENCE)
          .build();
  private final Replies replies = new WiredReplies(runtime);
  private final AtomicInteger calls = new AtomicInteger();

  @BeforeEach
  void start() throws InterruptedException {
    server.answer(
        Answer.chat(
            request ->
                Completion.of(request)
                    .text("{\"body\": \"Sentence " + calls.incrementAndGet() + ".\"}")));
    assertThat(runtime.cache().warmUp(Duration.ofSeconds(60))).isTrue();
  }

  @AfterEach
  void stop() {
    runtime.close();
    server.close();
  }

  @Test
  void aQuestionInOtherWordsGetsTheSameSentenceInTheSameSkeleton() {
    Reply first = ask("Ada", QUESTION, Topic.BILLING).value();
    AgentResult<Reply> again = ask("Ada", REWORDED, Topic.BILLING);
    assertThat(first)
        .isEqualTo(new Reply("Dear Ada,", "About your invoice: Sentence 1.", Topic.BILLING));
    assertThat(again.value()).isEqualTo(first);
    CacheReport cache = cache(again);
    assertThat(cache.outcome()).isEqualTo(CacheOutcome.SEMANTIC);
    assertThat(cache.matchedText()).isEqualTo(QUESTION);
    assertThat(calls).hasValue(1);
  }

  @Test
  void theSameSentenceIsNeverServedInAnotherSkeletonOrToAnother() {
    ask("Ada", QUESTION, Topic.BILLING);
    AgentResult<Reply> elsewhere = ask("Ada", REWORDED, Topic.SHIPPING);
    AgentResult<Reply> another = ask("Grace", REWORDED, Topic.BILLING);
    assertThat(cache(elsewhere).outcome()).isEqualTo(CacheOutcome.MISS);
    assertThat(elsewhere.value()).isEqualTo(new Reply("Hello Ada,", "Sentence 2.", Topic.SHIPPING));
    assertThat(cache(another).outcome()).isEqualTo(CacheOutcome.MISS);
    assertThat(another.value().greeting()).isEqualTo("Dear Grace,");
    assertThat(calls).hasValue(3);
  }

  @Test
  void whatIsWrittenInFullNeedsNeitherModelNorMemory() {
    AgentResult<Reply> result = ask("Ada", QUESTION, Topic.OTHER);
    assertThat(result.value()).isEqualTo(new Reply("Hello,", "We will call you.", Topic.OTHER));
    assertThat(result.report().steps().get(0).cache()).isNull();
    assertThat(calls).hasValue(0);
  }

  private AgentResult<Reply> ask(String customer, String question, Topic topic) {
    return replies.answer(new Request(customer, question), topic);
  }

  private static CacheReport cache(AgentResult<Reply> result) {
    CacheReport cache = result.report().steps().get(0).cache();
    assertThat(cache).isNotNull();
    return cache;
  }
}
