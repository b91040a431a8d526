package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static io.stepwright.cache.Questions.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.answer.Answer;
import io.stepwright.runtime.Await;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.EmbedderException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stores and embedders that do not answer until the test lets them: the caller must not wait. */
@Timeout(120)
class TimeLimitTest {

  private static final Duration LONG = Duration.ofSeconds(100);

  private final ManualTime time = new ManualTime();
  private final FakeStore store = new FakeStore(time);
  private final FakeEmbedder embedder = new FakeEmbedder();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final FakeSource source = new FakeSource();
  private final AnswerCache inProcess =
      AnswerCache.inProcess().embedder(() -> embedder).time(time.clocks()).build();

  @AfterEach
  void open() {
    gate.countDown();
    inProcess.close();
  }

  private AnswerCache shared(Duration timeout) {
    return AnswerCache.shared(store)
        .embedder(() -> embedder)
        .timeout(timeout)
        .time(time.clocks())
        .build();
  }

  @Test
  void nobodyWaitsForAStoreThatHangs() throws Exception {
    try (AnswerCache cache = shared(Duration.ofMillis(50))) {
      store.gate = gate;
      Answer<String> answer = cache.answer(exact("1"), source);
      assertThat(answer.value()).isEqualTo("answer 1");
      assertThat(answer.lookup().outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
      assertThat(gate.getCount()).isEqualTo(1);
      assertThat(cache.failedWrites()).isEqualTo(1);
      assertThat(cache.answer(exact("1"), source).lookup().outcome()).isEqualTo(CacheOutcome.EXACT);
    }
  }

  @Test
  void aStoreThatHangsIsLeftAlone() throws Exception {
    try (AnswerCache cache = shared(Duration.ofMillis(5))) {
      store.gate = gate;
      for (int i = 0; i < 20; i++) {
        assertThat(cache.answer(exact("" + i), source).lookup().outcome())
            .isEqualTo(CacheOutcome.UNAVAILABLE);
      }
      // An upper bound, since tasks that wait for a thread that hangs never reach the store.
      assertThat(store.uses.get()).isBetween(1, 2 * CircuitBreaker.FAILURES);
      int uses = store.uses.get();
      gate.countDown();
      time.pass(Duration.ofNanos(CircuitBreaker.OPEN_NANOS));
      Await.until(
          "it works again",
          () -> {
            time.pass(Duration.ofNanos(CircuitBreaker.OPEN_NANOS));
            return outcome(cache, "later " + store.uses.get()) == CacheOutcome.MISS;
          });
      assertThat(store.uses.get()).isGreaterThan(uses);
    }
  }

  private CacheOutcome outcome(AnswerCache cache, String id) {
    try {
      source.isCacheable = false;
      return cache.answer(exact(id), source).lookup().outcome();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobodyWaitsForAnEmbedderThatHangsAndWhatItBringsLaterIsUsed() throws Exception {
    Ready.await(inProcess);
    embedder.gate = gate;
    Answer<String> answer = inProcess.answer(near("0 a", 0.95), source);
    assertThat(answer.lookup().outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
    // Once for the look-up, and possibly for the answer that waits for its vector.
    assertThat(embedder.embedded.get()).isBetween(1, 2);
    gate.countDown();
    FakeSource other = new FakeSource();
    other.isCacheable = false;
    Await.until(
        "the answer is found by meaning",
        () -> {
          try {
            return inProcess.answer(near("5 b", 0.95), other).lookup().outcome()
                == CacheOutcome.SEMANTIC;
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
    // The first text is embedded at most twice, although its look-up was abandoned.
    assertThat(embedder.embedded.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void anEmbedderThatFailsIsLeftAloneAndTheSameWordsStillWork() throws Exception {
    Ready.await(inProcess);
    for (Throwable failure :
        new Throwable[] {
          new EmbedderException("broken", null), new UnsatisfiedLinkError("secret")
        }) {
      embedder.failure = failure;
      embedder.embedded.set(0);
      for (int i = 0; i < 20; i++) {
        String text = i + " " + failure.getClass().getSimpleName();
        assertThat(inProcess.answer(near(text, 0.999999), source).lookup().outcome())
            .isEqualTo(CacheOutcome.UNAVAILABLE);
        assertThat(inProcess.answer(near(text, 0.999999), source).lookup().outcome())
            .isEqualTo(CacheOutcome.EXACT);
      }
      // An answer that waits for its vector may be embedded, too, when the last failure is counted.
      assertThat(embedder.embedded.get()).isLessThanOrEqualTo(CircuitBreaker.FAILURES + 1);
      embedder.failure = null;
      // The first trial may be made for an answer that still waits for its vector.
      Await.until("it is used again", () -> isUsed(failure));
    }
  }

  private boolean isUsed(Throwable failure) {
    time.pass(Duration.ofNanos(CircuitBreaker.OPEN_NANOS));
    FakeSource other = new FakeSource();
    other.isCacheable = false;
    try {
      return inProcess.answer(near("170 " + failure.getClass(), 0.95), other).lookup().outcome()
          != CacheOutcome.UNAVAILABLE;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoIsInterruptedDoesNotWaitForTheLimit() throws Exception {
    try (AnswerCache cache = shared(LONG)) {
      store.gate = gate;
      Crowd<Answer<String>> crowd = new Crowd<>();
      crowd.add(() -> cache.answer(exact("1"), source));
      assertThat(store.entered.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      crowd.interrupt(0);
      assertThat(crowd.failure(0)).isInstanceOf(InterruptedException.class);
      assertThat(cache.flights()).isZero();
      assertThat(source.asked).hasValue(0);
    }
  }

  @Test
  void whoIsInterruptedWhileKeepingHasHisAnswerAndStaysInterrupted() throws Exception {
    try (AnswerCache cache = shared(LONG)) {
      source.gate = gate;
      AtomicInteger interrupted = new AtomicInteger();
      Crowd<Answer<String>> crowd = new Crowd<>();
      crowd.add(
          () -> {
            Answer<String> answer = cache.answer(exact("1"), source);
            interrupted.set(Thread.interrupted() ? 1 : -1);
            return answer;
          });
      Await.latch(source.asking);
      CountDownLatch putting = new CountDownLatch(1);
      store.entered.drainPermits();
      store.gate = putting;
      gate.countDown();
      assertThat(store.entered.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      crowd.interrupt(0);
      assertThat(crowd.result(0).value()).isEqualTo("answer 1");
      assertThat(interrupted).hasValue(1);
      putting.countDown();
    }
  }

  @Test
  void whenAllThreadsAreTakenNobodyQueuesForEver() throws Exception {
    LookupThreads threads = new LookupThreads(1, () -> {});
    AtomicInteger done = new AtomicInteger();
    CountDownLatch busy = new CountDownLatch(1);
    try {
      assertThat(
              threads.execute(
                  () -> {
                    busy.countDown();
                    try {
                      Await.latch(gate);
                    } catch (InterruptedException e) {
                      done.addAndGet(-1);
                    }
                  }))
          .isTrue();
      Await.latch(busy);
      for (int i = 0; i < LookupThreads.QUEUE; i++) {
        assertThat(threads.execute(done::incrementAndGet)).isTrue();
      }
      assertThat(threads.execute(done::incrementAndGet)).isFalse();
      // The limit is far away, so it does not end the wait.
      Budget budget = new Budget(System::nanoTime, LONG.toNanos());
      assertThatThrownBy(() -> threads.call(budget, done::incrementAndGet))
          .isInstanceOf(UnavailableException.class);
      assertThat(budget.remaining()).isZero();
      gate.countDown();
      Await.until("the queue is done", () -> done.get() == LookupThreads.QUEUE);
    } finally {
      threads.close(0);
    }
  }

  @Test
  void hundredsMayMeetAStoreThatHangs() throws Exception {
    try (AnswerCache cache = shared(Duration.ofMillis(50))) {
      store.gate = gate;
      AtomicInteger ids = new AtomicInteger();
      Crowd<Answer<String>> crowd =
          Crowd.of(400, () -> cache.answer(exact("" + ids.incrementAndGet()), source));
      assertThat(crowd.results())
          .extracting(answer -> answer.lookup().outcome())
          .containsOnly(CacheOutcome.UNAVAILABLE);
      assertThat(source.asked).hasValue(400);
      assertThat(store.uses.get())
          .isLessThanOrEqualTo(Math.max(8, 4 * Runtime.getRuntime().availableProcessors()));
    }
  }

  @Test
  void noMoreTextsAreEmbeddedAtOnceThanThereAreCores() throws Exception {
    try (AnswerCache cache = shared(LONG)) {
      Ready.await(cache);
      embedder.gate = gate;
      AtomicInteger ids = new AtomicInteger();
      Crowd<Answer<String>> crowd =
          Crowd.of(20, () -> cache.answer(near(ids.addAndGet(10) + " a", 0.999999), source));
      int cores = Runtime.getRuntime().availableProcessors();
      int most = Math.min(cores, 20);
      assertThat(embedder.entered.tryAcquire(most, 30, TimeUnit.SECONDS)).isTrue();
      gate.countDown();
      crowd.results();
      assertThat(embedder.embedded).hasValue(20);
      assertThat(embedder.mostAtOnce.get()).isEqualTo(most);
    }
  }
}
