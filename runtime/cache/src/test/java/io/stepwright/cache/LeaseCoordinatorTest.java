package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.answer.Answer;
import io.stepwright.answer.AnswerSource;
import io.stepwright.runtime.Await;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.CacheStoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes that ask the same question at once and share a store. */
@Timeout(120)
class LeaseCoordinatorTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final FakeStore store = new FakeStore(new ManualTime());
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<AnswerCache> caches = new ArrayList<>();

  @AfterEach
  void close() {
    gate.countDown();
    caches.forEach(AnswerCache::close);
  }

  private AnswerCache process(Duration shared) {
    // Entries expire by the system clock here, so the waits are real.
    AnswerCache cache = AnswerCache.shared(store).timeout(LONG).sharedTimeout(shared).build();
    caches.add(cache);
    return cache;
  }

  /** Starts a process that has the lease and is asking. */
  private Crowd<Answer<String>> asking(FakeSource source) throws Exception {
    source.gate = gate;
    Crowd<Answer<String>> crowd = new Crowd<>();
    AnswerCache first = process(LONG);
    crowd.add(() -> first.answer(exact("q"), source));
    assertThat(source.asking.await(30, TimeUnit.SECONDS)).isTrue();
    return crowd;
  }

  @Test
  void oneAsksAndTheOthersGetItsAnswer() throws Exception {
    FakeSource source = new FakeSource();
    Crowd<Answer<String>> crowd = asking(source);
    for (int i = 0; i < 5; i++) {
      AnswerCache other = process(LONG);
      crowd.add(() -> other.answer(exact("q"), source));
    }
    Await.until("all have tried", () -> store.leaseUses.get() >= 6);
    gate.countDown();
    assertThat(crowd.results()).extracting(Answer::value).containsOnly("answer 1");
    assertThat(crowd.results())
        .extracting(answer -> answer.lookup().outcome())
        .containsOnlyOnce(CacheOutcome.MISS)
        .contains(CacheOutcome.SHARED);
    assertThat(source.asked).hasValue(1);
    // The process that took the lease next returns it, too.
    Await.until("no lease is left", store.leases::isEmpty);
  }

  @Test
  void withoutTheSettingNobodyTakesALease() throws Exception {
    AnswerCache cache = AnswerCache.shared(store).timeout(LONG).build();
    caches.add(cache);
    cache.answer(exact("q"), new FakeSource());
    assertThat(store.leaseUses).hasValue(0);
  }

  @Test
  void theNextOneAsksAfterAFailure() throws Exception {
    FakeSource failing = new FakeSource();
    failing.failure = new IOException("no answer");
    Crowd<Answer<String>> crowd = asking(failing);
    FakeSource source = new FakeSource();
    AnswerCache other = process(LONG);
    crowd.add(() -> other.answer(exact("q"), source));
    Await.until("both have tried", () -> store.leaseUses.get() >= 2);
    gate.countDown();
    assertThat(crowd.failure(0)).hasMessage("no answer");
    assertThat(crowd.result(1).value()).isEqualTo("answer 1");
  }

  @Test
  void whoHasWaitedLongEnoughAsksAndLeavesTheLeaseAlone() throws Exception {
    Crowd<Answer<String>> crowd = asking(new FakeSource());
    FakeSource source = new FakeSource();
    assertThat(process(Duration.ofMillis(150)).answer(exact("q"), source).value())
        .isEqualTo("answer 1");
    assertThat(source.asked).hasValue(1);
    assertThat(store.leases).hasSize(1);
    assertThat(crowd).isNotNull();
  }

  @Test
  void nobodyWaitsLongerThanHeMayWait() throws Exception {
    Crowd<Answer<String>> crowd = asking(new FakeSource());
    FakeSource source = new FakeSource();
    AnswerSource<String, IOException> hurried =
        new AnswerSource<>() {
          @Override
          public Fresh<String> ask(io.stepwright.spi.CacheLookup lookup)
              throws IOException, InterruptedException {
            return source.ask(lookup);
          }

          @Override
          public String read(String answer) {
            return answer;
          }

          @Override
          public boolean isShared(Exception failure) {
            return false;
          }

          @Override
          public Duration attemptLimit() {
            return Duration.ofSeconds(3);
          }

          @Override
          public long remainingNanos() {
            return Duration.ofMillis(150).toNanos();
          }
        };
    assertThat(process(LONG).answer(exact("q"), hurried).value()).isEqualTo("answer 1");
    assertThat(store.lastLimit).isEqualTo(Duration.ofSeconds(3));
    assertThat(crowd).isNotNull();
  }

  @Test
  void whoWaitsCanBeInterrupted() throws Exception {
    Crowd<Answer<String>> crowd = asking(new FakeSource());
    FakeSource source = new FakeSource();
    AnswerCache other = process(LONG);
    crowd.add(() -> other.answer(exact("q"), source));
    Await.until("both have tried", () -> store.leaseUses.get() >= 2);
    crowd.interrupt(1);
    assertThat(crowd.failure(1)).isInstanceOf(InterruptedException.class);
    assertThat(source.asked).hasValue(0);
    assertThat(store.leases).as("that of the first").hasSize(1);
  }

  @Test
  void aStoreThatCannotGiveALeaseDoesNotKeepAnybodyFromAsking() throws Exception {
    store.leaseFailure = new CacheStoreException("READONLY", null);
    FakeSource source = new FakeSource();
    assertThat(process(LONG).answer(exact("q"), source).value()).isEqualTo("answer 1");
  }

  @Test
  void anAnswerThatIsNotKeptEndsTheLeaseToo() throws Exception {
    FakeSource source = new FakeSource();
    source.isCacheable = false;
    process(LONG).answer(exact("q"), source);
    // The process that took the lease next returns it, too.
    Await.until("no lease is left", store.leases::isEmpty);
  }
}
