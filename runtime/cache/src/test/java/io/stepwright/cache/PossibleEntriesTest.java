package io.stepwright.cache;

import static io.stepwright.cache.Questions.exact;
import static io.stepwright.cache.Questions.near;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.answer.Answer;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.CacheEntry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries of a store that others write to, with implausible figures. */
@Timeout(120)
class PossibleEntriesTest {

  private static final long NOW = new ManualTime().millis();
  private static final long TTL = Questions.TTL.toMillis();

  private final ManualTime time = new ManualTime();
  private final FakeStore store = new FakeStore(time);
  private final FakeSource source = new FakeSource();
  private final AnswerCache cache =
      AnswerCache.shared(store)
          .embedder(FakeEmbedder::new)
          .timeout(Duration.ofSeconds(20))
          .time(time.clocks())
          .build();

  @AfterEach
  void close() {
    cache.close();
  }

  private static CacheEntry entry(
      long created, long expires, long input, long output, String answer) {
    return new CacheEntry(
        Questions.STEP,
        Questions.PARTITION,
        "0 x",
        "0 x",
        FakeEmbedder.vector("0"),
        answer,
        created,
        expires,
        input,
        output);
  }

  static Stream<CacheEntry> impossible() {
    return Stream.of(
        entry(NOW, Long.MAX_VALUE, 1, 1, "x"),
        entry(Long.MAX_VALUE, Long.MAX_VALUE, 1, 1, "x"),
        entry(NOW + 60_001, NOW + TTL, 1, 1, "x"),
        entry(NOW, NOW + TTL * 11 / 10 + 2, 1, 1, "x"),
        entry(Long.MIN_VALUE, NOW + 1, 1, 1, "x"),
        entry(-1, NOW + 1, 1, 1, "x"),
        entry(NOW + 50_000, NOW + 40_000, 1, 1, "x"),
        entry(NOW, NOW + TTL, Long.MAX_VALUE, 1, "x"),
        entry(NOW, NOW + TTL, 1, Long.MAX_VALUE, "x"),
        entry(NOW, NOW + TTL, 1_000_000_001, 1, "x"),
        entry(NOW, NOW + TTL, -2, 1, "x"),
        entry(NOW, NOW + TTL, 1, Long.MIN_VALUE, "x"),
        entry(NOW, NOW + TTL, 1, 1, "x".repeat((4 << 20) + 1)));
  }

  static Stream<CacheEntry> possible() {
    return Stream.of(
        entry(NOW, NOW + TTL, -1, -1, "x"),
        entry(NOW + 60_000, NOW + TTL, 0, 1_000_000_000, "x"),
        entry(NOW - 1, NOW - 1 + TTL * 11 / 10, 1, 1, "x"),
        entry(NOW, NOW + TTL, 1, 1, "x".repeat(4 << 20)));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void areNotServed(CacheEntry entry) throws Exception {
    Ready.await(cache);
    store.finds = found -> entry;
    store.finding = found -> List.of(entry);
    Answer<String> equal = cache.answer(near("0 x", 0.95), source);
    assertThat(equal.lookup().outcome()).isEqualTo(CacheOutcome.MISS);
    Answer<String> similar = cache.answer(near("1 y", 0.95), source);
    assertThat(similar.lookup().outcome()).isEqualTo(CacheOutcome.MISS);
  }

  @ParameterizedTest
  @MethodSource("possible")
  void othersAre(CacheEntry entry) throws Exception {
    Ready.await(cache);
    store.finds = found -> entry;
    assertThat(cache.answer(near("0 x", 0.95), source).lookup().outcome())
        .isEqualTo(CacheOutcome.EXACT);
    store.finds = found -> null;
    store.finding = found -> List.of(entry);
    assertThat(cache.answer(near("1 y", 0.95), source).lookup().outcome())
        .isEqualTo(CacheOutcome.SEMANTIC);
  }

  @Test
  void whatWasMadeHereIsAlwaysPossible() throws Exception {
    for (double chance : new double[] {0, 0.5, Math.nextDown(1.0)}) {
      time.chance(chance);
      cache.answer(exact("made " + chance), source);
      try (AnswerCache other =
          AnswerCache.shared(store).timeout(Duration.ofSeconds(20)).time(time.clocks()).build()) {
        assertThat(other.answer(exact("made " + chance), source).lookup().outcome())
            .isEqualTo(CacheOutcome.EXACT);
      }
    }
  }
}
