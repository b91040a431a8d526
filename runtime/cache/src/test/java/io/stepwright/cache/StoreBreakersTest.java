package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static io.stepwright.cache.Questions.near;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.runtime.CapturedLog;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store in which one kind of operation fails and others work. */
@Timeout(120)
class StoreBreakersTest {

  private final ManualTime time = new ManualTime();
  private final FakeStore store = new FakeStore(time);
  private final FakeSource source = new FakeSource();
  private final CapturedLog log = new CapturedLog(Logger.getLogger(CircuitBreaker.class.getName()));
  private final AnswerCache cache =
      AnswerCache.shared(store)
          .embedder(FakeEmbedder::new)
          .timeout(Duration.ofSeconds(20))
          .time(time.clocks())
          .build();

  @AfterEach
  void close() {
    cache.close();
    log.close();
  }

  private CacheOutcome ask(CacheQuestion question) throws Exception {
    return cache.answer(question, source).lookup().outcome();
  }

  @Test
  void writesThatFailWhileLookUpsWorkAreToldOnceAndLeftAlone() throws Exception {
    store.writeFailure = new CacheStoreException("It is a replica.", null);
    for (int i = 0; i < 20; i++) {
      assertThat(ask(exact("q" + i))).isEqualTo(CacheOutcome.MISS);
    }
    assertThat(log.messages())
        .singleElement()
        .asString()
        .startsWith("Writing to the store of the cache has failed 5 times in a row")
        .contains("kept in this process only")
        .endsWith("It is a replica.");
    assertThat(store.uses).hasValue(20 + CircuitBreaker.FAILURES);
    assertThat(cache.failedWrites()).isEqualTo(20);

    store.writeFailure = null;
    time.pass(Duration.ofNanos(CircuitBreaker.OPEN_NANOS));
    ask(exact("back"));
    assertThat(log.messages()).last().isEqualTo("Writing to the store of the cache works again.");
    assertThat(cache.failedWrites()).isEqualTo(20);
  }

  @Test
  void searchesThatFailWhileEqualQuestionsAreFoundAreToldOnceAndLeftAlone() throws Exception {
    Ready.await(cache);
    store.searchFailure = new CacheStoreException("No.", null);
    for (int i = 0; i < 20; i++) {
      assertThat(ask(near(i + " q", 0.999))).isEqualTo(CacheOutcome.UNAVAILABLE);
    }
    assertThat(log.messages())
        .singleElement()
        .asString()
        .startsWith("Searching the store of the cache by meaning has failed 5 times in a row");
    assertThat(ask(near("1 q", 0.999))).isEqualTo(CacheOutcome.EXACT);
  }

  @Test
  void aStoreThatIsAwayIsToldOnceNotForEachKindOfWork() throws Exception {
    store.failure = new CacheStoreException("down", null);
    for (int i = 0; i < 30; i++) {
      ask(exact("q" + i));
      time.pass(Duration.ofSeconds(1));
    }
    assertThat(log.messages())
        .singleElement()
        .asString()
        .startsWith("The store of the cache has failed 5 times in a row");
  }

  @Test
  void whatDoesNotPassByItselfIsToldAtTheFirstTimeOnce() throws Exception {
    store.failure = CacheStoreException.lasting("WRONGPASS: check the password.", null);
    ask(exact("first"));
    List<String> first = List.copyOf(log.messages());
    assertThat(first)
        .first()
        .asString()
        .startsWith("The store of the cache does not work, and will hardly recover by itself")
        .endsWith("WRONGPASS: check the password.");
    for (int i = 0; i < 20; i++) {
      ask(exact("q" + i));
    }
    assertThat(log.messages()).filteredOn(message -> message.startsWith("The store of")).hasSize(1);
    store.failure = null;
    time.pass(Duration.ofNanos(CircuitBreaker.OPEN_NANOS));
    ask(exact("back"));
    assertThat(log.messages()).contains("The store of the cache works again.");
  }

  @Test
  void aLimitThatIsNearTheUsualTimeIsNamed() {
    CircuitBreaker breaker = new CircuitBreaker("It", time.clocks().nanos());
    for (int i = 0; i < 3; i++) {
      fail(breaker, Duration.ofMillis(43), false);
    }
    for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
      fail(breaker, Duration.ofMillis(51), true);
    }
    assertThat(log.messages())
        .singleElement()
        .asString()
        .contains("longer than 50 ms (stepwright.cache.timeout)")
        .contains("Successful calls took up to 43 ms.")
        .contains("raise stepwright.cache.timeout");
  }

  @Test
  void timeThatWentByBeforeIsNamed() throws Exception {
    CircuitBreaker breaker = new CircuitBreaker("It", time.clocks().nanos());
    for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
      Budget budget = new Budget(time.clocks().nanos(), Duration.ofMillis(50).toNanos());
      time.pass(Duration.ofMillis(41));
      budget.enter(breaker);
      time.pass(Duration.ofMillis(41));
      budget.exceeded();
    }
    assertThat(log.messages())
        .singleElement()
        .asString()
        .contains("41 ms of this passed before the call began")
        .contains("raise stepwright.cache.timeout");
  }

  @Test
  void aStoreThatIsUsuallyFastGetsNoSuchAdvice() {
    CircuitBreaker breaker = new CircuitBreaker("It", time.clocks().nanos());
    fail(breaker, Duration.ofMillis(2), false);
    for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
      fail(breaker, Duration.ofMillis(51), true);
    }
    assertThat(log.messages()).singleElement().asString().doesNotContain("raise");
  }

  private void fail(CircuitBreaker breaker, Duration taken, boolean late) {
    Budget budget = new Budget(time.clocks().nanos(), Duration.ofMillis(50).toNanos());
    try {
      CircuitBreaker.Attempt attempt = budget.enter(breaker);
      if (late) {
        time.pass(taken);
        budget.exceeded();
      } else {
        budget.spend(
            attempt,
            () -> {
              time.pass(taken);
              return true;
            });
      }
    } catch (UnavailableException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
