package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.answer.AnswerSource;
import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.CacheQuestion;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.cache.CacheStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LeaseTest extends RedisTestCase {

  private static final String KEY = Entries.KEYS.lease(PARTITION, "id");
  private static final CacheQuestion QUESTION =
      new CacheQuestion(Entries.STEP, PARTITION, "id", null, 1, Set.of(), Duration.ofHours(1));

  private final List<AnswerCache> processes = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void closeProcesses() {
    processes.forEach(AnswerCache::close);
  }

  @Test
  void oneHasIt() throws Exception {
    assertThat(store.lease(PARTITION, "id", "a", PATIENT)).isTrue();
    assertThat(store.lease(PARTITION, "id", "b", PATIENT)).isFalse();
    assertThat(store.lease(PARTITION, "id", "a", PATIENT)).isFalse();
    assertThat(store.lease(PARTITION, "other", "b", PATIENT)).isTrue();
    assertThat(store.lease("bb22", "id", "b", PATIENT)).isTrue();
    assertThat(Long.parseLong(server.command("PTTL", KEY))).isBetween(1L, PATIENT.toMillis());
  }

  @Test
  void onlyItsHolderEndsIt() throws Exception {
    store.release(PARTITION, "id", "a");
    store.lease(PARTITION, "id", "a", PATIENT);
    store.release(PARTITION, "id", "b");
    assertThat(server.command("GET", KEY)).isEqualTo("a");
    store.release(PARTITION, "id", "a");
    assertThat(server.command("EXISTS", KEY)).isEqualTo("0");
    // The connection is usable: nothing is watched, nothing is queued.
    assertThat(store.lease(PARTITION, "id", "b", PATIENT)).isTrue();
    assertThat(store.find(PARTITION, "id")).isNull();
  }

  @Test
  void itEndsByItself() throws Exception {
    store.lease(PARTITION, "id", "a", Duration.ofMillis(50));
    Eventually.holds(() -> store.lease(PARTITION, "id", "b", PATIENT));
    store.release(PARTITION, "id", "a");
    assertThat(server.command("GET", KEY)).isEqualTo("b");
  }

  @Test
  void oneThatIsTakenWhileItIsEndedStays() throws Exception {
    for (int i = 0; i < 50; i++) {
      store.lease(PARTITION, "id", "a", PATIENT);
      CountDownLatch taken = new CountDownLatch(1);
      Thread taker =
          new Thread(
              () -> {
                server.command("SET", KEY, "b");
                taken.countDown();
              });
      taker.start();
      store.release(PARTITION, "id", "a");
      assertThat(taken.await(30, TimeUnit.SECONDS)).isTrue();
      // The lease was taken before or after, never instead.
      assertThat(server.command("GET", KEY)).isEqualTo("b");
      server.command("DEL", KEY);
    }
  }

  private AnswerCache process(Duration shared) {
    AnswerCache cache =
        AnswerCache.shared(open(server.url(), PATIENT))
            .timeout(PATIENT)
            .sharedTimeout(shared)
            .build();
    processes.add(cache);
    return cache;
  }

  private String ask(AnswerCache cache) throws Exception {
    return cache
        .answer(
            QUESTION,
            new AnswerSource<String, Exception>() {
              @Override
              public Fresh<String> ask(CacheLookup lookup) {
                String answer = "answer " + asked.incrementAndGet();
                return new Fresh<>(answer, answer, true, 1, 1);
              }

              @Override
              public String read(String answer) {
                return answer;
              }

              @Override
              public boolean isShared(Exception failure) {
                return false;
              }
            })
        .value();
  }

  @Test
  void severalProcessesMakeOneRequest() throws Exception {
    int count = 8;
    for (int i = 0; i < count; i++) {
      process(Duration.ofSeconds(60));
    }
    Callers.run(count, caller -> assertThat(ask(processes.get(caller))).isEqualTo("answer 1"));
    assertThat(asked).hasValue(1);
    Eventually.holds(() -> server.command("EXISTS", KEY).equals("0"));
  }

  @Test
  void whenTheHolderDiesOneOfTheOthersGoesOnAfterTheLimit() throws Exception {
    store.lease(PARTITION, "id", "a process that dies now", Duration.ofMillis(500));
    for (int i = 0; i < 4; i++) {
      process(Duration.ofSeconds(60));
    }
    Callers.run(4, caller -> assertThat(ask(processes.get(caller))).isEqualTo("answer 1"));
    assertThat(asked).hasValue(1);
  }

  @Test
  void whoHasWaitedLongEnoughAsksByItself() throws Exception {
    store.lease(PARTITION, "id", "a process that hangs", Duration.ofMinutes(5));
    assertThat(ask(process(Duration.ofMillis(200)))).isEqualTo("answer 1");
    assertThat(server.command("GET", KEY)).isEqualTo("a process that hangs");
    try (CacheStore other = open(server.url(), PATIENT)) {
      assertThat(other.find(PARTITION, "id")).isNotNull();
    }
  }
}
