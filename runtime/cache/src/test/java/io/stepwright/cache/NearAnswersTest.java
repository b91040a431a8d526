package io.stepwright.cache;

import static io.stepwright.cache.Questions.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stepwright.answer.Answer;
import io.stepwright.runtime.CapturedLog;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.NotComparable;
import io.stepwright.spi.cache.NearMatchGuard;
import io.stepwright.spi.cache.NearMatchGuard.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Similarities here: cos 5° = 0.9962, cos 10° = 0.9848, cos 20° = 0.9397, cos 90° = 0. */
@Timeout(60)
class NearAnswersTest {

  private final ManualTime time = new ManualTime();
  private final FakeEmbedder embedder = new FakeEmbedder();
  private final AnswerCache cache =
      AnswerCache.inProcess()
          .embedder(() -> embedder)
          .guards(
              List.of(
                  guard("NUMBERS", word("number", Verdict.REFUSE)),
                  guard("ENTITIES", word("entity", Verdict.REFUSE)),
                  guard("ORDER", word("foreign", Verdict.NOT_APPLICABLE)),
                  guard(
                      "BROKEN",
                      (asked, remembered) -> {
                        throw new IllegalStateException(asked);
                      })))
          .globalGuards(List.of(guard("house", word("house", Verdict.REFUSE))))
          .timeout(Duration.ofSeconds(20))
          .time(time.clocks())
          .build();
  private final FakeSource source = new FakeSource();

  private static NearMatchGuard guard(String name, BiFunction<String, String, Verdict> check) {
    return new NearMatchGuard() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Verdict check(String asked, String remembered) {
        return check.apply(asked, remembered);
      }
    };
  }

  private static BiFunction<String, String, Verdict> word(String word, Verdict verdict) {
    return (asked, remembered) -> remembered.contains(word) ? verdict : Verdict.PASS;
  }

  @BeforeEach
  void warmUp() throws Exception {
    Ready.await(cache);
  }

  @AfterEach
  void close() {
    cache.close();
  }

  private CacheLookup ask(CacheQuestion question) throws Exception {
    return cache.answer(question, source).lookup();
  }

  @Test
  void answersWhatMeansTheSame() throws Exception {
    ask(near("0 Hello", 0.95));
    time.pass(Duration.ofMinutes(1));
    Answer<String> answer = cache.answer(near("10 hi", 0.95), source);
    assertThat(answer.value()).isEqualTo("answer 1");
    CacheLookup lookup = answer.lookup();
    assertThat(lookup.outcome()).isEqualTo(CacheOutcome.SEMANTIC);
    assertThat(lookup.similarity()).isEqualTo(Math.cos(Math.toRadians(10)), within(1e-6));
    assertThat(lookup.matchedText()).isEqualTo("0 Hello");
    assertThat(lookup.age()).isEqualTo(Duration.ofMinutes(1));
    assertThat(lookup.inputTokensSaved()).isEqualTo(7);
    assertThat(lookup.outputTokensSaved()).isEqualTo(14);
    assertThat(lookup.refusedBy()).isEmpty();
    assertThat(lookup.notApplicable()).isEmpty();
  }

  @Test
  void doesNotAnswerWhatIsFartherAndSaysHowFar() throws Exception {
    ask(near("0 a", 0.95));
    CacheLookup lookup = ask(near("20 b", 0.95));
    assertThat(lookup.outcome()).isEqualTo(CacheOutcome.MISS);
    assertThat(lookup.similarity()).isEqualTo(Math.cos(Math.toRadians(20)), within(1e-6));
    assertThat(lookup.matchedText()).isNull();
    assertThat(lookup.age()).isNull();
    assertThat(lookup.inputTokensSaved()).isZero();
    assertThat(source.asked).hasValue(2);
  }

  @Test
  void theSimilarityItselfIsNearEnough() throws Exception {
    double cosine = Cosine.of(FakeEmbedder.vector("0"), FakeEmbedder.vector("25"));
    ask(near("0 a", 0.5));
    assertThat(ask(near("25 b", Math.nextUp(cosine))).outcome()).isEqualTo(CacheOutcome.MISS);
    cache.evict(Questions.STEP);
    ask(near("0 a", 0.5));
    assertThat(ask(near("25 b", cosine)).outcome()).isEqualTo(CacheOutcome.SEMANTIC);
  }

  @Test
  void nothingIsComparedWithNothing() throws Exception {
    assertThat(ask(near("0 a", 0.95)).similarity()).isNaN();
  }

  @Test
  void theSameWordsNeedNoEmbedding() throws Exception {
    ask(near("0 Hello", 0.95));
    assertThat(ask(near("0 hello", 0.95)).outcome()).isEqualTo(CacheOutcome.EXACT);
    assertThat(embedder.embedded).hasValue(1);
  }

  @Test
  void embedsATextOnce() throws Exception {
    source.isCacheable = false;
    ask(near("0 a", 0.95));
    ask(near("0 a", 0.95));
    assertThat(source.asked).hasValue(2);
    assertThat(embedder.embedded).hasValue(1);
  }

  @Test
  void guardsRefuse() throws Exception {
    ask(near("0 a number and an entity", 0.95));
    CacheLookup lookup = ask(near("5 b", 0.95, "NUMBERS", "ENTITIES"));
    assertThat(lookup.outcome()).isEqualTo(CacheOutcome.REFUSED);
    assertThat(lookup.refusedBy()).containsExactly("ENTITIES", "NUMBERS");
    assertThat(lookup.similarity()).isEqualTo(Math.cos(Math.toRadians(5)), within(1e-6));
  }

  @Test
  void onlyTheGuardsOfTheQuestionAndOfAllAreAsked() throws Exception {
    ask(near("0 a number", 0.95));
    assertThat(ask(near("5 b", 0.95, "ENTITIES")).outcome()).isEqualTo(CacheOutcome.SEMANTIC);
    ask(near("90 a house", 0.95));
    assertThat(ask(near("95 b", 0.95)).refusedBy()).containsExactly("house");
  }

  @Test
  void guardsAreNotAskedAboutWhatIsNotNearEnough() throws Exception {
    ask(near("0 a number", 0.95));
    CacheLookup lookup = ask(near("20 b", 0.95, "NUMBERS"));
    assertThat(lookup.outcome()).isEqualTo(CacheOutcome.MISS);
    assertThat(lookup.refusedBy()).isEmpty();
  }

  @Test
  void theBestThatPassesAnswers() throws Exception {
    ask(near("40 a number", 0.9999));
    ask(near("36 first", 0.9999));
    ask(near("30 second", 0.9999));
    Answer<String> answer = cache.answer(near("41 asked", 0.95, "NUMBERS"), source);
    assertThat(answer.lookup().outcome()).isEqualTo(CacheOutcome.SEMANTIC);
    assertThat(answer.lookup().matchedText()).isEqualTo("36 first");
    assertThat(answer.lookup().refusedBy()).containsExactly("NUMBERS");
    assertThat(answer.value()).isEqualTo("answer 2");
  }

  @Test
  void whatAGuardCannotJudgeIsNotServed() throws Exception {
    ask(near("0 foreign", 0.95));
    CacheLookup lookup = ask(near("5 b", 0.95, "NUMBERS", "ORDER"));
    assertThat(lookup.outcome()).isEqualTo(CacheOutcome.REFUSED);
    assertThat(lookup.refusedBy()).isEmpty();
    assertThat(lookup.notApplicable()).containsExactly("ORDER");
  }

  @Test
  void whatAGuardCannotJudgeIsServedToAQuestionThatSaysSo() throws Exception {
    ask(near("0 foreign", 0.95));
    CacheLookup lookup = ask(unjudged("5 b", "NUMBERS", "ORDER"));
    assertThat(lookup.outcome()).isEqualTo(CacheOutcome.SEMANTIC);
    assertThat(lookup.notApplicable()).containsExactly("ORDER");
    ask(near("90 foreign number", 0.95));
    assertThat(ask(unjudged("95 b", "NUMBERS", "ORDER")).refusedBy()).containsExactly("NUMBERS");
  }

  private static CacheQuestion unjudged(String text, String... guards) {
    CacheQuestion question = near(text, 0.95, guards);
    return new CacheQuestion(
        question.step(),
        question.partition(),
        question.id(),
        text,
        question.similarity(),
        question.guards(),
        question.ttl(),
        true);
  }

  @Test
  void aGuardThatFailsOrIsNotThereRefusesAndIsLoggedOnceWithoutTheText() throws Exception {
    try (CapturedLog log = new CapturedLog(Logger.getLogger(GuardChecks.class.getName()))) {
      ask(near("0 secret", 0.95));
      assertThat(ask(near("5 secret b", 0.95, "BROKEN", "UNKNOWN")).refusedBy())
          .containsExactly("BROKEN", "UNKNOWN");
      ask(near("6 secret c", 0.95, "BROKEN", "UNKNOWN"));
      assertThat(log.messages()).hasSize(2).noneMatch(message -> message.contains("secret"));
    }
  }

  @Test
  void aTextThatWasCutIsAnsweredInTheSameWordsOnly() throws Exception {
    ask(near("0 long", 0.95));
    assertThat(ask(near("0 b", 0.95)).outcome()).isEqualTo(CacheOutcome.MISS);
    CacheLookup lookup = ask(near("1 long", 0.95));
    assertThat(lookup.outcome()).isEqualTo(CacheOutcome.NOT_COMPARABLE);
    assertThat(lookup.notComparable()).isEqualTo(NotComparable.LENGTH);
    assertThat(ask(near("0 long", 0.95)).outcome()).isEqualTo(CacheOutcome.EXACT);
  }

  @Test
  void whatExpiredOrIsOfAnotherPartitionIsNotCompared() throws Exception {
    ask(near("0 a", 0.95));
    CacheQuestion question = near("5 b", 0.95);
    CacheQuestion other =
        new CacheQuestion(
            question.step(),
            "other",
            question.id(),
            question.text(),
            0.95,
            question.guards(),
            question.ttl());
    assertThat(ask(other).similarity()).isNaN();
    time.pass(Questions.TTL);
    assertThat(ask(near("5 b", 0.95)).similarity()).isNaN();
  }

  @Test
  void removesANearMatchThatDoesNotFitAnyMore() throws Exception {
    ask(near("0 a", 0.95));
    source.isReadable = false;
    assertThat(ask(near("5 b", 0.95)).outcome()).isEqualTo(CacheOutcome.MISS);
    source.isReadable = true;
    assertThat(ask(near("0 a", 0.95)).outcome()).isEqualTo(CacheOutcome.SEMANTIC);
  }

  @Test
  void aHitByMeaningIsNotKeptAnewAndExpiresWithItsEntry() throws Exception {
    ask(near("0 a", 0.95));
    time.pass(Questions.TTL.minusMillis(1));
    assertThat(ask(near("5 b", 0.95)).outcome()).isEqualTo(CacheOutcome.SEMANTIC);
    time.pass(Duration.ofMillis(1));
    assertThat(ask(near("5 b", 0.95)).outcome()).isEqualTo(CacheOutcome.MISS);
  }
}
