package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static io.stepwright.cache.Questions.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stepwright.answer.Answer;
import io.stepwright.runtime.Await;
import io.stepwright.runtime.CapturedLog;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class SharedStoreTest {

  private final ManualTime time = new ManualTime();
  private final FakeStore store = new FakeStore(time);
  private final FakeEmbedder embedder = new FakeEmbedder();
  private final FakeSource source = new FakeSource();
  private final AnswerCache here = cache();
  private final AnswerCache there = cache();

  private AnswerCache cache() {
    return AnswerCache.shared(store)
        .embedder(() -> embedder)
        .timeout(Duration.ofSeconds(20))
        .time(time.clocks())
        .build();
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  private CacheLookup ask(CacheQuestion question) throws Exception {
    return here.answer(question, source).lookup();
  }

  @Test
  void answersWhatAnotherProcessHasAsked() throws Exception {
    there.answer(exact("1"), source);
    time.pass(Duration.ofSeconds(2));
    Answer<String> answer = here.answer(exact("1"), source);
    assertThat(answer.value()).isEqualTo("answer 1");
    assertThat(answer.lookup().outcome()).isEqualTo(CacheOutcome.EXACT);
    assertThat(answer.lookup().age()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void answersByMeaningWhatAnotherProcessHasAsked() throws Exception {
    Ready.await(there);
    Ready.await(here);
    there.answer(near("0 a", 0.95), source);
    Answer<String> answer = here.answer(near("5 b", 0.95), source);
    assertThat(answer.value()).isEqualTo("answer 1");
    assertThat(answer.lookup().outcome()).isEqualTo(CacheOutcome.SEMANTIC);
    assertThat(answer.lookup().matchedText()).isEqualTo("0 a");
  }

  @Test
  void doesNotAskTheStoreAgainForAFewSeconds() throws Exception {
    there.answer(exact("1"), source);
    ask(exact("1"));
    int uses = store.uses.get();
    time.pass(Duration.ofMillis(LocalAnswers.LONGEST_MILLIS - 1));
    assertThat(ask(exact("1")).outcome()).isEqualTo(CacheOutcome.EXACT);
    assertThat(store.uses).hasValue(uses);
    time.pass(Duration.ofMillis(1));
    assertThat(ask(exact("1")).outcome()).isEqualTo(CacheOutcome.EXACT);
    assertThat(store.uses).hasValue(uses + 1);
  }

  @Test
  void anEvictionElsewhereShowsAfterAFewSeconds() throws Exception {
    ask(exact("1"));
    there.evict(Questions.STEP);
    time.pass(Duration.ofMillis(LocalAnswers.LONGEST_MILLIS));
    assertThat(ask(exact("1")).outcome()).isEqualTo(CacheOutcome.MISS);
  }

  @Test
  void evictsHereAndInTheStore() throws Exception {
    ask(exact("1"));
    ask(exact("2"));
    here.evict(Questions.STEP, "1");
    assertThat(ask(exact("1")).outcome()).isEqualTo(CacheOutcome.MISS);
    assertThat(ask(exact("2")).outcome()).isEqualTo(CacheOutcome.EXACT);
    here.evict(Questions.STEP);
    assertThat(ask(exact("2")).outcome()).isEqualTo(CacheOutcome.MISS);
  }

  @Test
  void saysWhenTheStoreMayNotHaveEvicted() throws Exception {
    ask(exact("1"));
    store.failure = new CacheStoreException("no connection", null);
    assertThatThrownBy(() -> here.evict(Questions.STEP))
        .isInstanceOf(CacheStoreException.class)
        .hasMessage("no connection");
    store.failure = new IllegalStateException("secret");
    assertThatThrownBy(() -> here.evict(Questions.STEP, "1"))
        .isInstanceOf(CacheStoreException.class)
        .hasMessage("The store failed unexpectedly.");
    assertThat(ask(exact("1")).outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
  }

  @Test
  void whatIsReadWhileItIsEvictedIsNotKeptHere() throws Exception {
    there.answer(exact("1"), source);
    store.finds =
        entry -> {
          store.finds = found -> found;
          evict();
          return entry;
        };
    ask(exact("1"));
    assertThat(ask(exact("1")).outcome()).isEqualTo(CacheOutcome.MISS);
  }

  private void evict() {
    try {
      here.evict(Questions.STEP);
    } catch (CacheStoreException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aStoreThatFailsCostsACallAndIsNotSeen() throws Exception {
    try (CapturedLog log = new CapturedLog(Logger.getLogger("io.stepwright.cache"))) {
      for (Throwable failure :
          List.of(new CacheStoreException("down", null), new IllegalStateException("secret"))) {
        store.failure = failure;
        String id = "secret " + failure.getClass();
        assertThat(ask(exact(id)).outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
        assertThat(ask(exact(id)).outcome()).isEqualTo(CacheOutcome.EXACT);
      }
      assertThat(here.failedWrites()).isEqualTo(2);
      store.failure = null;
      assertThat(ask(exact("new")).outcome()).isEqualTo(CacheOutcome.MISS);
      assertThat(log.messages()).hasSize(2).noneMatch(message -> message.contains("secret"));
    }
  }

  @Test
  void isLeftAloneAfterFailingAndTriedAgainLater() throws Exception {
    store.failure = new CacheStoreException("down", null);
    for (int i = 0; i < 10; i++) {
      assertThat(ask(exact("" + i)).outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
    }
    // Counts the look-ups, and the writes until the breaker of the look-ups opened.
    int uses = 2 * CircuitBreaker.FAILURES - 1;
    assertThat(store.uses).hasValue(uses);
    time.pass(Duration.ofNanos(CircuitBreaker.OPEN_NANOS));
    assertThat(ask(exact("trial")).outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
    assertThat(store.uses).hasValue(uses + 1);
    store.failure = null;
    assertThat(ask(exact("closed")).outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
    assertThat(ask(exact("closed")).outcome()).isEqualTo(CacheOutcome.EXACT);
    time.pass(Duration.ofNanos(CircuitBreaker.OPEN_NANOS));
    assertThat(ask(exact("open")).outcome()).isEqualTo(CacheOutcome.MISS);
    assertThat(ask(exact("wide open")).outcome()).isEqualTo(CacheOutcome.MISS);
  }

  @Test
  void removesFromTheStoreWhatDoesNotFit() throws Exception {
    there.answer(exact("1"), source);
    source.isReadable = false;
    assertThat(ask(exact("1")).outcome()).isEqualTo(CacheOutcome.MISS);
    Await.until("it is removed", () -> store.removed.get() == 1);
  }

  static Stream<CacheEntry> foreign() {
    long now = new ManualTime().millis();
    return Stream.of(
        entry("Other.step", Questions.PARTITION, "1", now + 1),
        entry(Questions.STEP, "other", "1", now + 1),
        entry(Questions.STEP, Questions.PARTITION, "2", now + 1),
        entry(Questions.STEP, Questions.PARTITION, "1", now));
  }

  private static CacheEntry entry(String step, String partition, String id, long expires) {
    return new CacheEntry(
        step,
        partition,
        id,
        "0 x",
        FakeEmbedder.vector("0"),
        "foreign",
        expires - 1_000,
        expires,
        1,
        1);
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void neverServesAnotherEntryThanWasAskedFor(CacheEntry entry) throws Exception {
    store.finds = found -> entry;
    Answer<String> answer = here.answer(exact("1"), source);
    assertThat(answer.value()).isEqualTo("answer 1");
    assertThat(answer.lookup().outcome()).isEqualTo(CacheOutcome.MISS);
  }

  static Stream<CacheEntry> notNear() {
    long later = new ManualTime().millis() + 1_000;
    return Stream.of(
        candidate("Other.step", Questions.PARTITION, "0 x", FakeEmbedder.vector("0"), later),
        candidate(Questions.STEP, "other", "0 x", FakeEmbedder.vector("0"), later),
        candidate(Questions.STEP, Questions.PARTITION, null, FakeEmbedder.vector("0"), later),
        candidate(Questions.STEP, Questions.PARTITION, "0 x", null, later),
        candidate(Questions.STEP, Questions.PARTITION, "0 x", new float[] {1}, later),
        candidate(Questions.STEP, Questions.PARTITION, "0 x", new float[] {0, 0}, later),
        candidate(Questions.STEP, Questions.PARTITION, "0 x", new float[] {Float.NaN, 0}, later),
        // At 45 degrees, but not normalised: its dot product is 4.
        candidate(Questions.STEP, Questions.PARTITION, "0 x", new float[] {4, 4}, later),
        candidate(Questions.STEP, Questions.PARTITION, "0 x", FakeEmbedder.vector("20"), later),
        candidate(
            Questions.STEP, Questions.PARTITION, "0 x", FakeEmbedder.vector("0"), later - 1_000));
  }

  private static CacheEntry candidate(
      String step, String partition, @Nullable String text, float @Nullable [] vector, long end) {
    return new CacheEntry(step, partition, "x", text, vector, "foreign", end - 1_000, end, 1, 1);
  }

  @ParameterizedTest
  @MethodSource("notNear")
  void neverServesWhatIsNotComparableOrNotNear(CacheEntry entry) throws Exception {
    Ready.await(here);
    store.finding = found -> List.of(entry);
    Answer<String> answer = here.answer(near("0 asked", 0.95), source);
    assertThat(answer.value()).isEqualTo("answer 1");
    assertThat(answer.lookup().outcome()).isEqualTo(CacheOutcome.MISS);
  }

  @Test
  void measuresByItselfHowNearAnEntryIs() throws Exception {
    Ready.await(here);
    long end = time.millis() + 1_000;
    store.finding =
        found ->
            Arrays.asList(
                candidate(
                    Questions.STEP, Questions.PARTITION, "far", FakeEmbedder.vector("9"), end),
                candidate(
                    Questions.STEP, Questions.PARTITION, "near", FakeEmbedder.vector("3"), end));
    CacheLookup lookup = ask(near("0 asked", 0.95));
    assertThat(lookup.matchedText()).isEqualTo("near");
    assertThat(lookup.similarity()).isEqualTo(Math.cos(Math.toRadians(3)), within(1e-6));
  }

  @Test
  @SuppressWarnings("NullAway") // Anybody may write to a store.
  void aListWithNothingInItIsAFailure() throws Exception {
    Ready.await(here);
    store.finding = found -> Collections.singletonList(null);
    assertThat(ask(near("0 a", 0.95)).outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
    store.finding = found -> null;
    assertThat(ask(near("90 a", 0.95)).outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
  }
}
