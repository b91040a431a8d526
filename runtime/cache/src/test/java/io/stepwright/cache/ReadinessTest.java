package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.answer.Answer;
import io.stepwright.runtime.Await;
import io.stepwright.runtime.CapturedLog;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that needs time to become ready. */
@Timeout(120)
class ReadinessTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final FakeStore store = new FakeStore(new ManualTime());
  private final FakeSource source = new FakeSource();
  private final CapturedLog log = new CapturedLog(Logger.getLogger(CircuitBreaker.class.getName()));

  @AfterEach
  void close() {
    log.close();
  }

  private AnswerCache cache(Duration timeout) {
    return AnswerCache.shared(store).embedder(FakeEmbedder::new).timeout(timeout).build();
  }

  @Test
  void isPreparedOnceAndNotWaitedFor() throws Exception {
    store.gate = new CountDownLatch(1);
    try (AnswerCache cache = cache(LONG)) {
      cache.prepare();
      cache.prepare();
      Await.until("it is prepared", () -> store.prepared.get() > 0);
      assertThat(store.prepared).hasValue(1);
      store.gate.countDown();
    }
  }

  @Test
  void untilItIsReadyNothingIsAskedOfItAndThatIsNoFailure() throws Exception {
    store.ready = new CountDownLatch(1);
    try (AnswerCache cache = cache(Duration.ofMillis(5))) {
      for (int i = 0; i < 2 * CircuitBreaker.FAILURES; i++) {
        assertThat(cache.answer(exact("q" + i), source).lookup().outcome())
            .isEqualTo(CacheOutcome.UNAVAILABLE);
      }
      assertThat(store.uses).hasValue(0);
      assertThat(log.messages()).isEmpty();
    }
  }

  @Test
  void aLookUpWaitsForItWithinItsTime() throws Exception {
    store.ready = new CountDownLatch(1);
    try (AnswerCache cache = cache(LONG)) {
      Crowd<Answer<String>> crowd = new Crowd<>();
      crowd.add(() -> cache.answer(exact("q"), source));
      store.ready.countDown();
      assertThat(crowd.result(0).lookup().outcome()).isEqualTo(CacheOutcome.MISS);
    }
  }

  @Test
  void warmingUpWaitsForItAndLooksSomethingUp() throws Exception {
    store.ready = new CountDownLatch(1);
    try (AnswerCache cache = cache(LONG)) {
      assertThat(cache.warmUp(Duration.ofMillis(20))).isFalse();
      Crowd<Boolean> crowd = new Crowd<>();
      crowd.add(() -> cache.warmUp(LONG));
      store.ready.countDown();
      assertThat(crowd.result(0)).isTrue();
      assertThat(store.uses.get()).isPositive();
    }
  }

  @Test
  void warmingUpTriesAgainWhatMayPass() throws Exception {
    store.notReady = new CacheStoreException("not yet", null);
    try (AnswerCache cache = cache(LONG)) {
      Crowd<Boolean> crowd = new Crowd<>();
      crowd.add(() -> cache.warmUp(LONG));
      Await.until("it is prepared", () -> store.prepared.get() > 0);
      store.notReady = null;
      assertThat(crowd.result(0)).isTrue();
    }
  }

  @Test
  void warmingUpTellsAtOnceWhatWillNotPass() throws Exception {
    store.notReady = CacheStoreException.lasting("NOPERM: allow it.", null);
    try (AnswerCache cache = cache(LONG)) {
      assertThat(cache.warmUp(LONG.multipliedBy(10))).as("at once").isFalse();
      assertThat(log.messages()).singleElement().asString().endsWith("NOPERM: allow it.");
    }
  }

  @Test
  void oneThatCannotGetReadyIsAskedSoThatItsFailuresAreTold() throws Exception {
    store.notReady = new CacheStoreException("refused", null);
    store.failure = store.notReady;
    try (AnswerCache cache = cache(LONG)) {
      for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
        cache.answer(exact("q" + i), source);
      }
      assertThat(log.messages()).singleElement().asString().endsWith("refused");
    }
  }
}
