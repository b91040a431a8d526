package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.answer.Answer;
import io.stepwright.answer.AnswerSource;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.ModelReply;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ExactAnswersTest {

  private final ManualTime time = new ManualTime();
  private final AnswerCache cache = AnswerCache.inProcess().time(time.clocks()).build();
  private final FakeSource source = new FakeSource();

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  void asksOnceAndThenRemembers() throws Exception {
    Answer<String> first = cache.answer(exact("1"), source);
    time.pass(Duration.ofSeconds(3));
    Answer<String> second = cache.answer(exact("1"), source);
    assertThat(first.value()).isEqualTo("answer 1");
    assertThat(first.lookup().outcome()).isEqualTo(CacheOutcome.MISS);
    assertThat(first.lookup()).isSameAs(source.lookups.get(0));
    assertThat(second.value()).isEqualTo("answer 1");
    CacheLookup lookup = second.lookup();
    assertThat(lookup.outcome()).isEqualTo(CacheOutcome.EXACT);
    assertThat(lookup.age()).isEqualTo(Duration.ofSeconds(3));
    assertThat(lookup.inputTokensSaved()).isEqualTo(7);
    assertThat(lookup.outputTokensSaved()).isEqualTo(14);
    assertThat(lookup.similarity()).isNaN();
    assertThat(lookup.matchedText()).isNull();
    assertThat(source.asked).hasValue(1);
    assertThat(cache.flights()).isZero();
  }

  @Test
  void tellsQuestionsPartitionsAndStepsApart() throws Exception {
    cache.answer(exact("1"), source);
    CacheQuestion known = exact("1");
    cache.answer(exact("2"), source);
    cache.answer(
        new CacheQuestion(known.step(), "other", "1", null, 1, Set.of(), known.ttl()), source);
    cache.answer(
        new CacheQuestion("Other.step", known.partition(), "1", null, 1, Set.of(), known.ttl()),
        source);
    assertThat(source.asked).hasValue(4);
  }

  @ParameterizedTest
  @CsvSource({"0, 540000", "0.5, 600000", "0.9999999, 660000"})
  void keepsAboutAsLongAsItIsToldAndNoLonger(double chance, long millis) throws Exception {
    time.chance(chance);
    cache.answer(exact("1"), source);
    time.pass(Duration.ofMillis(millis - 1));
    cache.answer(exact("1"), source);
    assertThat(source.asked).hasValue(1);
    time.pass(Duration.ofMillis(1));
    cache.answer(exact("1"), source);
    assertThat(source.asked).hasValue(2);
  }

  @Test
  void takesTheLongestTimeThereIs() throws Exception {
    CacheQuestion question =
        new CacheQuestion("a.s", "p", "1", null, 1, Set.of(), Duration.ofSeconds(Long.MAX_VALUE));
    cache.answer(question, source);
    time.pass(Duration.ofDays(10_000));
    assertThat(cache.answer(question, source).lookup().outcome()).isEqualTo(CacheOutcome.EXACT);
  }

  @Test
  void anAgeIsNeverNegative() throws Exception {
    cache.answer(exact("1"), source);
    time.putBack(Duration.ofHours(1));
    CacheLookup lookup = cache.answer(exact("1"), source).lookup();
    assertThat(lookup.outcome()).isEqualTo(CacheOutcome.EXACT);
    assertThat(lookup.age()).isZero();
  }

  @Test
  void tokensThatNobodyCountedAreNone() throws Exception {
    source.tokens = ModelReply.UNKNOWN;
    cache.answer(exact("1"), source);
    CacheLookup lookup = cache.answer(exact("1"), source).lookup();
    assertThat(lookup.inputTokensSaved()).isZero();
    assertThat(lookup.outputTokensSaved()).isZero();
  }

  @Test
  void doesNotKeepWhatMayNotBeKept() throws Exception {
    source.isCacheable = false;
    assertThat(cache.answer(exact("1"), source).value()).isEqualTo("answer 1");
    assertThat(cache.answer(exact("1"), source).value()).isEqualTo("answer 2");
  }

  @Test
  void doesNotKeepFailures() throws Exception {
    source.failure = new IOException("down");
    source.isShared = true;
    assertThatThrownBy(() -> cache.answer(exact("1"), source)).isSameAs(source.failure);
    source.failure = null;
    assertThat(cache.answer(exact("1"), source).value()).isEqualTo("answer 2");
    assertThat(cache.flights()).isZero();
  }

  @Test
  void removesWhatDoesNotFitAnyMore() throws Exception {
    cache.answer(exact("1"), source);
    source.isReadable = false;
    Answer<String> anew = cache.answer(exact("1"), source);
    assertThat(anew.value()).isEqualTo("answer 2");
    assertThat(anew.lookup().outcome()).isEqualTo(CacheOutcome.MISS);
    source.isReadable = true;
    assertThat(cache.answer(exact("1"), source).value()).isEqualTo("answer 2");
  }

  @Test
  void evictsByStepAndByQuestion() throws Exception {
    cache.answer(exact("1"), source);
    cache.answer(exact("2"), source);
    cache.evict(Questions.STEP, "1");
    assertThat(cache.answer(exact("2"), source).value()).isEqualTo("answer 2");
    assertThat(cache.answer(exact("1"), source).value()).isEqualTo("answer 3");
    cache.evict("Other.step");
    assertThat(cache.answer(exact("2"), source).value()).isEqualTo("answer 2");
    cache.evict(Questions.STEP);
    assertThat(cache.answer(exact("2"), source).value()).isEqualTo("answer 4");
  }

  @Test
  void doesNotKeepWhatWasAskedForBeforeAnEviction() throws Exception {
    AnswerSource<String, IOException> evicting =
        new AnswerSource<>() {
          @Override
          public Fresh<String> ask(CacheLookup lookup) {
            try {
              cache.evict(Questions.STEP);
            } catch (io.stepwright.spi.cache.CacheStoreException e) {
              throw new AssertionError(e);
            }
            return new Fresh<>("old", "old", true, 1, 1);
          }

          @Override
          public String read(String answer) {
            return answer;
          }

          @Override
          public boolean isShared(Exception failure) {
            return true;
          }
        };
    assertThat(cache.answer(exact("1"), evicting).value()).isEqualTo("old");
    assertThat(cache.answer(exact("1"), source).value()).isEqualTo("answer 1");
  }

  @Test
  void needsNoThread() throws Exception {
    cache.answer(exact("1"), source);
    cache.answer(exact("1"), source);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.equals("stepwright-embedder"));
  }
}
