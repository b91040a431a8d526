package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static io.stepwright.cache.Questions.near;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A change of the machine's wall clock does not affect answers kept in a process. */
@Timeout(120)
class ClockJumpsTest {

  private static final Duration SOON = Duration.ofSeconds(3);

  /** Changes of the wall clock after an answer was remembered. */
  enum Jump {
    BACK(time -> time.putBack(Duration.ofHours(1))),
    FORWARD(time -> time.putForward(Duration.ofDays(1))),
    FORWARD_AND_BACK(
        time -> {
          time.putForward(Duration.ofDays(1));
          time.putBack(Duration.ofDays(1));
        }),
    BEFORE_1970(time -> time.putBack(Duration.ofMillis(time.millis() + 1)));

    private final Consumer<ManualTime> action;

    Jump(Consumer<ManualTime> action) {
      this.action = action;
    }
  }

  private final ManualTime time = new ManualTime();
  private final FakeSource source = new FakeSource();

  private AnswerCache inProcess() throws InterruptedException {
    AnswerCache cache =
        AnswerCache.inProcess()
            .embedder(FakeEmbedder::new)
            .timeout(Duration.ofSeconds(60))
            .time(time.clocks())
            .build();
    Ready.await(cache);
    return cache;
  }

  private CacheLookup ask(AnswerCache cache, CacheQuestion question) throws Exception {
    return cache.answer(question, source).lookup();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerIsAsOldAsItIsAndForgottenInTime(Jump jump) throws Exception {
    try (AnswerCache cache = inProcess()) {
      ask(cache, near("0 a", 0.95));
      time.pass(SOON);
      jump.action.accept(time);
      CacheLookup equal = ask(cache, near("0 A", 0.95));
      assertThat(equal.outcome()).isEqualTo(CacheOutcome.EXACT);
      assertThat(equal.age()).isEqualTo(SOON);
      source.isCacheable = false;
      CacheLookup similar = ask(cache, near("1 b", 0.95));
      assertThat(similar.outcome()).isEqualTo(CacheOutcome.SEMANTIC);
      assertThat(similar.age()).isEqualTo(SOON);
      time.pass(Questions.TTL.minus(SOON).minusMillis(1));
      assertThat(ask(cache, near("0 A", 0.95)).outcome()).isEqualTo(CacheOutcome.EXACT);
      time.pass(Duration.ofMillis(1));
      assertThat(ask(cache, near("0 A", 0.95)).outcome()).isEqualTo(CacheOutcome.MISS);
      assertThat(ask(cache, near("1 b", 0.95)).outcome()).isEqualTo(CacheOutcome.MISS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCopyAtHandIsAsOldAsItIsAndForgottenInTime(Jump jump) throws Exception {
    FakeStore store = new FakeStore(time);
    try (AnswerCache cache =
        AnswerCache.shared(store).timeout(Duration.ofSeconds(60)).time(time.clocks()).build()) {
      ask(cache, exact("1"));
      int uses = store.uses.get();
      time.pass(SOON);
      jump.action.accept(time);
      CacheLookup lookup = ask(cache, exact("1"));
      assertThat(lookup.outcome()).isEqualTo(CacheOutcome.EXACT);
      assertThat(lookup.age()).isEqualTo(SOON);
      time.pass(Duration.ofMillis(LocalAnswers.LONGEST_MILLIS).minus(SOON).minusMillis(1));
      ask(cache, exact("1"));
      assertThat(store.uses).hasValue(uses);
      time.pass(Duration.ofMillis(1));
      ask(cache, exact("1"));
      assertThat(store.uses.get()).isGreaterThan(uses);
    }
  }

  /** Another process has stored the answer. */
  @Test
  void aCopyOfAnothersAnswerHasItsAgeToo() throws Exception {
    FakeStore store = new FakeStore(time);
    try (AnswerCache first = AnswerCache.shared(store).time(time.clocks()).build();
        AnswerCache second =
            AnswerCache.shared(store).timeout(Duration.ofSeconds(60)).time(time.clocks()).build()) {
      ask(first, exact("1"));
      time.pass(SOON);
      assertThat(ask(second, exact("1")).age()).isEqualTo(SOON);
      time.putForward(Duration.ofDays(1));
      time.pass(SOON);
      assertThat(ask(second, exact("1")).age()).isEqualTo(SOON.multipliedBy(2));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomJumpsChangeNothing(long seed) throws Exception {
    assertThat(lookups(seed, true)).isEqualTo(lookups(seed, false));
  }

  private static List<String> lookups(long seed, boolean isJumping) throws Exception {
    ClockJumpsTest test = new ClockJumpsTest();
    Random random = new Random(seed);
    List<String> lookups = new ArrayList<>();
    try (AnswerCache cache = test.inProcess()) {
      for (int i = 0; i < 300; i++) {
        Duration jump = Duration.ofMillis((long) (random.nextGaussian() * 86_400_000));
        if (isJumping) {
          test.time.putForward(jump);
        }
        test.time.pass(Duration.ofMillis(random.nextInt(120_000)));
        CacheQuestion question =
            random.nextBoolean()
                ? exact("" + random.nextInt(4))
                : near(30 * random.nextInt(4) + random.nextInt(3) + " x", 0.99);
        CacheLookup lookup = test.ask(cache, question);
        @Nullable Duration age = lookup.age();
        lookups.add(lookup.outcome() + " " + age);
      }
    }
    assertThat(lookups).anyMatch(lookup -> lookup.startsWith("SEMANTIC"));
    assertThat(lookups).anyMatch(lookup -> lookup.startsWith("EXACT"));
    assertThat(lookups).anyMatch(lookup -> lookup.startsWith("MISS"));
    return lookups;
  }
}
