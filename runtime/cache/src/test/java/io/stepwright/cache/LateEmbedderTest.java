package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static io.stepwright.cache.Questions.near;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.runtime.Await;
import io.stepwright.runtime.CapturedLog;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class LateEmbedderTest {

  private final ManualTime time = new ManualTime();
  private final FakeStore store = new FakeStore(time);
  private final FakeEmbedder embedder = new FakeEmbedder();
  private final AtomicInteger made = new AtomicInteger();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final FakeSource source = new FakeSource();
  private volatile @Nullable Throwable failure;
  private @Nullable AnswerCache cache;

  private AnswerCache cache(boolean isShared) {
    AnswerCacheBuilder builder = isShared ? AnswerCache.shared(store) : AnswerCache.inProcess();
    AnswerCache made =
        builder.embedder(this::make).timeout(Duration.ofSeconds(20)).time(time.clocks()).build();
    cache = made;
    return made;
  }

  private Embedder make() throws CacheConfigurationException {
    made.incrementAndGet();
    try {
      Await.latch(gate);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (failure instanceof CacheConfigurationException checked) {
      throw checked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return embedder;
  }

  @AfterEach
  void close() {
    gate.countDown();
    if (cache != null) {
      cache.close();
    }
  }

  private CacheOutcome outcome(AnswerCache cache, CacheQuestion question) throws Exception {
    return cache.answer(question, source).lookup().outcome();
  }

  /** Asks a question whose answer is not remembered. */
  private boolean isFoundByMeaning(AnswerCache cache, String text) {
    FakeSource other = new FakeSource();
    other.isCacheable = false;
    try {
      return cache.answer(near(text, 0.95), other).lookup().outcome() == CacheOutcome.SEMANTIC;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nobodyWaitsForItAndWhatWasAskedMeanwhileIsFoundLater(boolean isShared) throws Exception {
    AnswerCache cache = cache(isShared);
    assertThat(outcome(cache, near("0 a", 0.95))).isEqualTo(CacheOutcome.UNAVAILABLE);
    assertThat(outcome(cache, near("0 A", 0.95))).isEqualTo(CacheOutcome.EXACT);
    assertThat(outcome(cache, near("5 b", 0.95))).isEqualTo(CacheOutcome.UNAVAILABLE);
    assertThat(outcome(cache, near("90 c", 0.95))).isEqualTo(CacheOutcome.UNAVAILABLE);
    assertThat(outcome(cache, exact("1"))).isEqualTo(CacheOutcome.MISS);
    Await.until("it is being made", () -> made.get() == 1);
    gate.countDown();
    Await.until("the first is found", () -> isFoundByMeaning(cache, "1 d"));
    Await.until("the last is found", () -> isFoundByMeaning(cache, "91 e"));
    assertThat(made).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasEvictedMeanwhileDoesNotComeBack(boolean isShared) throws Exception {
    AnswerCache cache = cache(isShared);
    outcome(cache, near("0 a", 0.95));
    cache.evict(Questions.STEP);
    outcome(cache, near("90 c", 0.95));
    gate.countDown();
    // Vectors are computed in order, so the first one is complete, too.
    Await.until("the last is found", () -> isFoundByMeaning(cache, "91 e"));
    assertThat(isFoundByMeaning(cache, "1 d")).isFalse();
    source.isCacheable = false;
    assertThat(outcome(cache, near("0 a", 0.95))).isEqualTo(CacheOutcome.MISS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatItDoesNotReadIsNotFoundByMeaningEither(boolean isShared) throws Exception {
    AnswerCache cache = cache(isShared);
    outcome(cache, near("0 нет", 0.95));
    outcome(cache, near("45 piece that is unknown", 0.95));
    outcome(cache, near("90 c", 0.95));
    gate.countDown();
    // Vectors are computed in order.
    Await.until("the last is found", () -> isFoundByMeaning(cache, "91 e"));
    assertThat(isFoundByMeaning(cache, "1 d")).isFalse();
    assertThat(isFoundByMeaning(cache, "46 d")).isFalse();
  }

  @Test
  void oneThatCannotBeMadeIsSaidOnceAndNotTriedAgain() throws Exception {
    for (Throwable why :
        new Throwable[] {
          new CacheConfigurationException("Add stepwright-minilm.", null),
          new NoClassDefFoundError("ai/onnxruntime")
        }) {
      failure = why;
      made.set(0);
      try (CapturedLog log = new CapturedLog(Logger.getLogger(LazyEmbedder.class.getName()));
          AnswerCache cache = cache(false)) {
        outcome(cache, near("0 a", 0.95));
        gate.countDown();
        Await.until("it is said", () -> log.messages().size() == 1);
        for (int i = 0; i < 10; i++) {
          assertThat(outcome(cache, near(i + " b", 0.95))).isEqualTo(CacheOutcome.UNAVAILABLE);
          assertThat(outcome(cache, near(i + " b", 0.95))).isEqualTo(CacheOutcome.EXACT);
        }
        assertThat(made).hasValue(1);
        assertThat(log.messages()).hasSize(1);
        assertThat(log.messages().get(0))
            .contains(
                why instanceof CacheConfigurationException
                    ? "Add stepwright-minilm."
                    : "NoClassDefFoundError");
      }
    }
  }

  @Test
  void thatItCannotBeMadeIsSaidBeforeAnybodyKnows() throws Exception {
    for (Throwable why :
        new Throwable[] {new CacheConfigurationException("Why.", null), new AssertionError()}) {
      failure = why;
      gate.countDown();
      LazyEmbedder lazy =
          new LazyEmbedder(this::make, new CircuitBreaker("The embedder", System::nanoTime));
      AtomicBoolean wasKnown = new AtomicBoolean();
      try (CapturedLog log =
          new CapturedLog(LazyEmbedder.class, message -> wasKnown.set(lazy.isFailed()))) {
        assertThat(lazy.await(TimeUnit.SECONDS.toNanos(60))).isFalse();
        // Does not wait for the log, because the process may end at this point.
        assertThat(log.messages()).hasSize(1);
        assertThat(wasKnown).isFalse();
        assertThat(lazy.isFailed()).isTrue();
      }
    }
  }

  @Test
  void exactStepsNeverMakeOne() throws Exception {
    AnswerCache cache = cache(false);
    outcome(cache, exact("1"));
    outcome(cache, near("0 a", 1));
    assertThat(made).hasValue(0);
  }

  @Test
  void closingWaitsUntilItIsThereAndClosesIt() throws Exception {
    AnswerCache cache = cache(false);
    cache.warmUp();
    Await.until("it is being made", () -> made.get() == 1);
    Thread closing = new Thread(cache::close);
    closing.start();
    Await.until(
        "it is waited for",
        () ->
            List.of(closing.getStackTrace()).toString().contains("awaitStopped")
                && closing.getState() == Thread.State.TIMED_WAITING);
    assertThat(embedder.closed.getCount()).isEqualTo(1);
    gate.countDown();
    closing.join();
    assertThat(embedder.closed.getCount()).isZero();
    assertThat(loader()).isNull();
  }

  @Test
  void closingWaitsOnlySoLongAndItIsClosedLater() throws Exception {
    LazyEmbedder lazy = lazy(Thread::new);
    lazy.warmUp();
    Await.until("it is being made", () -> made.get() == 1);
    lazy.stop();
    lazy.awaitStopped(Duration.ofMillis(1));
    lazy.close();
    assertThat(embedder.closed.getCount()).isEqualTo(1);
    gate.countDown();
    Await.latch(embedder.closed);
  }

  @Test
  void whoWaitsWhileItIsClosedStaysInterrupted() {
    LazyEmbedder lazy = lazy(Thread::new);
    lazy.warmUp();
    lazy.stop();
    Thread.currentThread().interrupt();
    lazy.awaitStopped(Duration.ofSeconds(100));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatHasNotBegunWhenTheCacheIsClosedDoesNotBegin() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    LazyEmbedder lazy =
        lazy(
            task ->
                new Thread(
                    () -> {
                      try {
                        Await.latch(start);
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                      task.run();
                    }));
    gate.countDown();
    try (CapturedLog log = new CapturedLog(LazyEmbedder.class, message -> {})) {
      lazy.warmUp();
      lazy.stop();
      start.countDown();
      lazy.awaitStopped(Duration.ofSeconds(100));
      lazy.close();
      assertThat(made).hasValue(0);
      assertThat(lazy.isFailed()).isTrue();
      assertThat(lazy.await(1)).isFalse();
      assertThat(log.messages())
          .noneMatch(said -> said.contains("The embedder could not be loaded"));
    }
  }

  /** Simulates the end of the JVM, where a warning would appear in every short program. */
  @Test
  void oneThatIsNotMadeAnyMoreIsNotWarnedAbout() throws Exception {
    LazyEmbedder lazy =
        new LazyEmbedder(
            () -> {
              throw new CancellationException("The JVM is ending.");
            },
            new CircuitBreaker("The embedder", System::nanoTime));
    try (CapturedLog log = new CapturedLog(LazyEmbedder.class, message -> {})) {
      assertThat(lazy.await(TimeUnit.SECONDS.toNanos(60))).isFalse();
      assertThat(lazy.isFailed()).isTrue();
      assertThat(log.messages())
          .noneMatch(said -> said.contains("The embedder could not be loaded"));
    }
  }

  private LazyEmbedder lazy(ThreadFactory threads) {
    return new LazyEmbedder(
        this::make, new CircuitBreaker("The embedder", System::nanoTime), threads);
  }

  private static @Nullable Thread loader() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("stepwright-embedder"))
        .findAny()
        .orElse(null);
  }

  @Test
  void isNotMadeAfterTheCacheWasClosed() throws Exception {
    AnswerCache cache = cache(false);
    cache.close();
    cache.warmUp();
    assertThat(outcome(cache, near("0 a", 0.95))).isEqualTo(CacheOutcome.UNAVAILABLE);
    assertThat(made).hasValue(0);
    // The embedder is never loaded, so nothing may wait for it.
    LazyEmbedder lazy = lazy(Thread::new);
    lazy.stop();
    assertThat(lazy.isFailed()).isTrue();
    assertThat(lazy.await(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void withoutOneTheSameWordsAreFound() throws Exception {
    try (AnswerCache cache = AnswerCache.inProcess().build()) {
      cache.warmUp();
      assertThat(outcome(cache, near("0 a", 0.95))).isEqualTo(CacheOutcome.UNAVAILABLE);
      assertThat(outcome(cache, near("0 a", 0.95))).isEqualTo(CacheOutcome.EXACT);
    }
  }
}
