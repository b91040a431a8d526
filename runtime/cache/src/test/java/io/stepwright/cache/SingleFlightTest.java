package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static io.stepwright.cache.Questions.near;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.answer.Answer;
import io.stepwright.answer.AnswerSource;
import io.stepwright.runtime.Await;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SingleFlightTest {

  private static final int MANY = 200;

  private final ManualTime time = new ManualTime();
  private final FakeEmbedder embedder = new FakeEmbedder();
  private final AnswerCache cache =
      AnswerCache.inProcess()
          .embedder(() -> embedder)
          .timeout(Duration.ofSeconds(20))
          .time(time.clocks())
          .build();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final FakeSource leading = new FakeSource();
  private final FakeSource source = new FakeSource();
  private final Crowd<Answer<String>> crowd = new Crowd<>();

  @AfterEach
  void nothingIsLeft() {
    assertThat(cache.flights()).isZero();
    cache.close();
  }

  private Answer<String> ask(FakeSource from) throws Exception {
    return cache.answer(exact("1"), from);
  }

  /** Starts a caller that asks, number 0, and others that wait for its answer. */
  private void leadAndWait(int waiters) throws Exception {
    leading.gate = gate;
    crowd.add(() -> ask(leading));
    Await.latch(leading.asking);
    for (int i = 0; i < waiters; i++) {
      crowd.add(() -> ask(source));
    }
    Await.until("all wait", () -> cache.waiting() == waiters);
  }

  @Test
  void manyAskOnce() throws Exception {
    source.gate = gate;
    Crowd<Answer<String>> all = Crowd.of(MANY, () -> ask(source));
    Await.until("all but one wait", () -> cache.waiting() == MANY - 1);
    gate.countDown();
    List<Answer<String>> answers = all.results();
    assertThat(source.asked).hasValue(1);
    assertThat(answers).extracting(Answer::value).containsOnly("answer 1");
    assertThat(answers)
        .extracting(answer -> answer.lookup().outcome())
        .containsOnly(CacheOutcome.MISS, CacheOutcome.SHARED)
        .containsOnlyOnce(CacheOutcome.MISS);
    CacheLookup shared =
        answers.stream()
            .map(Answer::lookup)
            .filter(lookup -> lookup.outcome() == CacheOutcome.SHARED)
            .findAny()
            .orElseThrow();
    assertThat(shared.inputTokensSaved()).isEqualTo(7);
    assertThat(shared.outputTokensSaved()).isEqualTo(14);
    assertThat(shared.similarity()).isNaN();
    assertThat(shared.age()).isZero();
  }

  @Test
  void manyAskOnceWhoeverComesWhen() throws Exception {
    for (int round = 0; round < 200; round++) {
      FakeSource own = new FakeSource();
      CacheQuestion question = exact("round " + round);
      Crowd.of(8, () -> cache.answer(question, own)).results();
      assertThat(own.asked).hasValue(1);
    }
  }

  @Test
  void differentQuestionsDoNotWaitForEachOther() throws Exception {
    leadAndWait(0);
    assertThat(cache.answer(exact("2"), source).value()).isEqualTo("answer 1");
    gate.countDown();
    assertThat(crowd.result(0).value()).isEqualTo("answer 1");
  }

  @Test
  void aFailureOfAllIsTheSameForAllAndIsNotKept() throws Exception {
    leading.failure = new IOException("of all");
    leading.isShared = true;
    leadAndWait(20);
    gate.countDown();
    for (int i = 0; i <= 20; i++) {
      assertThat(crowd.failure(i)).isSameAs(leading.failure);
    }
    assertThat(source.asked).hasValue(0);
    assertThat(ask(source).value()).isEqualTo("answer 1");
  }

  @Test
  void anUncheckedFailureOfAllIsTheSameForAll() throws Exception {
    leading.failure = new IllegalStateException("of all");
    leading.isShared = true;
    leadAndWait(5);
    gate.countDown();
    for (int i = 0; i <= 5; i++) {
      assertThat(crowd.failure(i)).isSameAs(leading.failure);
    }
  }

  @Test
  void afterAFailureOfItsOwnExactlyOneOfTheOthersAsks() throws Exception {
    leading.failure = new IOException("of its own");
    leadAndWait(50);
    gate.countDown();
    assertThat(crowd.failure(0)).isSameAs(leading.failure);
    oneOfTheOthersAsks(50);
  }

  @Test
  void afterAnInterruptExactlyOneOfTheOthersAsks() throws Exception {
    leadAndWait(50);
    crowd.interrupt(0);
    assertThat(crowd.failure(0)).isInstanceOf(InterruptedException.class);
    oneOfTheOthersAsks(50);
  }

  @Test
  void afterAnErrorExactlyOneOfTheOthersAsks() throws Exception {
    leading.error = new StackOverflowError();
    leadAndWait(50);
    gate.countDown();
    assertThat(crowd.failure(0)).isSameAs(leading.error);
    oneOfTheOthersAsks(50);
  }

  private void oneOfTheOthersAsks(int waiters) throws Exception {
    List<CacheOutcome> outcomes = new ArrayList<>();
    for (int i = 1; i <= waiters; i++) {
      assertThat(crowd.result(i).value()).isEqualTo("answer 1");
      outcomes.add(crowd.result(i).lookup().outcome());
    }
    assertThat(source.asked).hasValue(1);
    assertThat(outcomes).containsOnlyOnce(CacheOutcome.MISS);
  }

  @Test
  void whoFailsOneAfterTheOtherNeverAsksAtOnce() throws Exception {
    AtomicInteger asking = new AtomicInteger();
    AtomicInteger asked = new AtomicInteger();
    AnswerSource<String, IOException> failing =
        new AnswerSource<>() {
          @Override
          public Fresh<String> ask(CacheLookup lookup) throws IOException {
            assertThat(asking.incrementAndGet()).isEqualTo(1);
            asked.incrementAndGet();
            asking.decrementAndGet();
            throw new IOException("of its own");
          }

          @Override
          public @Nullable String read(String answer) {
            return answer;
          }

          @Override
          public boolean isShared(Exception failure) {
            return false;
          }
        };
    Crowd<Answer<String>> all = Crowd.of(50, () -> cache.answer(exact("1"), failing));
    for (int i = 0; i < 50; i++) {
      assertThat(all.failure(i)).isInstanceOf(IOException.class);
    }
    assertThat(asked).hasValue(50);
  }

  @Test
  void aWaiterThatIsInterruptedChangesNothingForOthers() throws Exception {
    leadAndWait(3);
    crowd.interrupt(2);
    assertThat(crowd.failure(2)).isInstanceOf(InterruptedException.class);
    gate.countDown();
    assertThat(crowd.result(0).lookup().outcome()).isEqualTo(CacheOutcome.MISS);
    assertThat(crowd.result(1).lookup().outcome()).isEqualTo(CacheOutcome.SHARED);
    assertThat(crowd.result(3).lookup().outcome()).isEqualTo(CacheOutcome.SHARED);
    assertThat(leading.asked).hasValue(1);
    assertThat(source.asked).hasValue(0);
  }

  @Test
  void whatMayNotBeKeptIsStillSharedWithThoseWhoWait() throws Exception {
    leading.isCacheable = false;
    leadAndWait(3);
    gate.countDown();
    assertThat(crowd.result(3).lookup().outcome()).isEqualTo(CacheOutcome.SHARED);
    crowd.results();
    assertThat(ask(source).lookup().outcome()).isEqualTo(CacheOutcome.MISS);
  }

  @Test
  void whoCannotReadTheSharedAnswerAsksHimself() throws Exception {
    source.isReadable = false;
    leadAndWait(1);
    gate.countDown();
    assertThat(crowd.result(1).lookup().outcome()).isEqualTo(CacheOutcome.MISS);
    assertThat(source.asked).hasValue(1);
  }

  @Test
  void afterAnEvictionNobodyJoins() throws Exception {
    leadAndWait(1);
    cache.evict(Questions.STEP);
    FakeSource later = new FakeSource();
    assertThat(ask(later).lookup().outcome()).isEqualTo(CacheOutcome.MISS);
    gate.countDown();
    assertThat(crowd.result(1).lookup().outcome()).isEqualTo(CacheOutcome.SHARED);
    assertThat(later.asked).hasValue(1);
    // The answer requested before the eviction does not replace the one requested after it.
    crowd.results();
    assertThat(ask(later).lookup().outcome()).isEqualTo(CacheOutcome.EXACT);
  }

  @Test
  void aHitByMeaningIsAHitByMeaningForThoseWhoWait() throws Exception {
    Ready.await(cache);
    cache.answer(near("0 a", 0.95), source);
    embedder.gate = gate;
    Crowd<Answer<String>> all = Crowd.of(5, () -> cache.answer(near("5 b", 0.95), source));
    Await.until("all but one wait", () -> cache.waiting() == 4);
    gate.countDown();
    for (Answer<String> answer : all.results()) {
      assertThat(answer.lookup().outcome()).isEqualTo(CacheOutcome.SEMANTIC);
      assertThat(answer.lookup().matchedText()).isEqualTo("0 a");
    }
    assertThat(source.asked).hasValue(1);
    assertThat(embedder.embedded).hasValue(2);
  }
}
