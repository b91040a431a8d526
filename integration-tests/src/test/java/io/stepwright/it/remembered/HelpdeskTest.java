package io.stepwright.it.remembered;

import static io.stepwright.it.remembered.Desk.answerTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.it.remembered.Helpdesk.Language;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.CacheOutcome;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same tests in this process and on a server. */
@Timeout(120)
class HelpdeskTest {

  private static final String QUESTION = "How do I change the address of my invoice?";

  private interface Check {
    void on(Desk desk);
  }

  private static void with(String store, Check check) {
    if (store.equals("memory")) {
      try (ModelServer server = ModelServer.http();
          Desk desk = Desk.inProcess(server)) {
        check.on(desk);
      }
      return;
    }
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    try (RedisServer redis = RedisServer.start();
        ModelServer server = ModelServer.http();
        Desk desk = Desk.on(server, redis.url())) {
      check.on(desk);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "redis"})
  void theSameWordsAndOtherWordsForTheSameAreServed(String store) {
    with(
        store,
        desk -> {
          assertThat(desk.ask(QUESTION).outcome()).isEqualTo(CacheOutcome.MISS);
          assertThat(desk.ask("  how do I change the address of my invoice").outcome())
              .isEqualTo(CacheOutcome.EXACT);
          Desk.Served near = desk.ask("How can I change the address of my invoice?");
          assertThat(near.outcome()).isEqualTo(CacheOutcome.SEMANTIC);
          assertThat(near.answer()).isEqualTo(answerTo(QUESTION));
          assertThat(near.cache().matchedText()).isEqualTo(QUESTION);
          assertThat(near.cache().similarity()).isBetween(0.9, 1.0);
          assertThat(near.cache().inputTokensSaved()).isPositive();
          assertThat(desk.calls()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "redis"})
  void whatOnlyLooksTheSameIsAsked(String store) {
    with(
        store,
        desk -> {
          desk.ask("Track my order 48213");
          Desk.Served other = desk.ask("Track my order 48231");
          assertThat(other.outcome()).isEqualTo(CacheOutcome.REFUSED);
          assertThat(other.cache().refusedBy()).contains("NUMBERS");
          assertThat(other.answer()).isEqualTo(answerTo("Track my order 48231"));
          desk.ask("Please close my account today");
          String opposite = "Please do not close my account today";
          assertThat(desk.ask(opposite).answer()).isEqualTo(answerTo(opposite));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "redis"})
  void nobodyIsServedWhatWasWrittenForAnother(String store) {
    with(
        store,
        desk -> {
          desk.ask("Ada", Language.ENGLISH, QUESTION);
          for (String customer : new String[] {"Adam", "ada", "Ada|ENGLISH", ""}) {
            Desk.Served served = desk.ask(customer, Language.ENGLISH, QUESTION);
            assertThat(served.outcome()).as(customer).isEqualTo(CacheOutcome.MISS);
            assertThat(served.answer()).startsWith("Answer to " + customer + "|ENGLISH|How");
          }
          assertThat(desk.ask("Ada", Language.GERMAN, QUESTION).outcome())
              .isEqualTo(CacheOutcome.MISS);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "redis"})
  void whatIsEvictedIsAskedAgain(String store) {
    with(
        store,
        desk -> {
          desk.ask(QUESTION);
          desk.ask("Grace", Language.ENGLISH, QUESTION);
          desk.runtime.cache().evict("Helpdesk.answer", QUESTION);
          assertThat(desk.ask(QUESTION).outcome()).isEqualTo(CacheOutcome.MISS);
          desk.runtime.cache().evict("Helpdesk.answer");
          assertThat(desk.ask(QUESTION).outcome()).isEqualTo(CacheOutcome.MISS);
          assertThat(desk.ask("Grace", Language.ENGLISH, QUESTION).outcome())
              .isEqualTo(CacheOutcome.MISS);
          assertThat(desk.calls()).isEqualTo(5);
        });
  }
}
