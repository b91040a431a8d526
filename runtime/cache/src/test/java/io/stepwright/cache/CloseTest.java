package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.answer.Answer;
import io.stepwright.runtime.Await;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CloseTest {

  private final ManualTime time = new ManualTime();
  private final FakeStore store = new FakeStore(time);
  private final FakeEmbedder embedder = new FakeEmbedder();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final FakeSource source = new FakeSource();
  private final AnswerCache cache =
      AnswerCache.shared(store)
          .embedder(() -> embedder)
          .timeout(Duration.ofSeconds(100))
          .time(time.clocks())
          .build();

  @AfterEach
  void open() {
    gate.countDown();
  }

  @Test
  void closesWhatItWasGiven() throws Exception {
    Ready.await(cache);
    cache.answer(exact("1"), source);
    cache.close();
    assertThat(store.closed.getCount()).isZero();
    assertThat(embedder.closed.getCount()).isZero();
    cache.close();
  }

  @Test
  void closesAlsoIfItWasNeverUsed() {
    cache.close();
    assertThat(store.closed.getCount()).isZero();
  }

  @Test
  void whoWaitsForTheStoreGoesOnAtOnce() throws Exception {
    store.gate = gate;
    Crowd<Answer<String>> crowd = new Crowd<>();
    crowd.add(() -> cache.answer(exact("1"), source));
    assertThat(store.entered.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    cache.close();
    assertThat(crowd.result(0).lookup().outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
    assertThat(store.closed.getCount()).isZero();
  }

  @Test
  void doesNotCloseWhatIsStillUsed() throws Exception {
    store.gate = gate;
    store.isStubborn = true;
    Crowd<Answer<String>> crowd = new Crowd<>();
    crowd.add(() -> cache.answer(exact("1"), source));
    assertThat(store.entered.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    cache.close();
    assertThat(store.closed.getCount()).isEqualTo(1);
    gate.countDown();
    Await.latch(store.closed);
    assertThat(crowd.result(0).value()).isEqualTo("answer 1");
  }

  @Test
  void whoWaitsForAnAnswerStillGetsIt() throws Exception {
    source.gate = gate;
    Crowd<Answer<String>> crowd = Crowd.of(3, () -> cache.answer(exact("1"), source));
    Await.until("two wait", () -> cache.waiting() == 2);
    cache.close();
    gate.countDown();
    assertThat(crowd.results()).extracting(Answer::value).containsOnly("answer 1");
    assertThat(source.asked).hasValue(1);
  }

  @Test
  void afterwardsQuestionsAreAskedAndEvictionsFail() throws Exception {
    cache.close();
    int uses = store.uses.get();
    assertThat(cache.answer(exact("1"), source).lookup().outcome())
        .isEqualTo(CacheOutcome.UNAVAILABLE);
    assertThatThrownBy(() -> cache.evict(Questions.STEP)).isInstanceOf(CacheStoreException.class);
    assertThat(store.uses).hasValue(uses);
  }
}
