package io.stepwright.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's headers delay calls, and never block a model for good. */
class RateGateTest {

  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final RateLimit SHUT = new RateLimit(0, 1, Duration.ofDays(999_999));

  private long now = 17;
  private final RateGate gate = new RateGate(() -> now);

  private long ask(long remaining) {
    return gate.next(new RateGate.Turn(), remaining);
  }

  @Test
  void whileItIsShutOneCallGoesEveryFewSeconds() {
    gate.update(SHUT);
    List<Long> passed = new ArrayList<>();
    for (long end = now + MINUTE; now < end; now += SECOND / 10) {
      // Each caller fails at once, since the wait is longer than its time.
      for (int caller = 0; caller < 3; caller++) {
        if (ask(20 * SECOND) == 0) {
          passed.add(now);
          gate.update(SHUT);
        }
      }
    }
    assertThat(passed).hasSizeBetween(10, 12);
    for (int i = 1; i < passed.size(); i++) {
      assertThat(passed.get(i) - passed.get(i - 1)).isGreaterThanOrEqualTo(RateGate.PROBE);
    }
  }

  @Test
  void theAnswerOfOneThatWentAllTheSameOpensIt() {
    gate.update(SHUT);
    now += RateGate.PROBE;
    assertThat(ask(20 * SECOND)).isZero();
    assertThat(ask(20 * SECOND)).isNegative();
    gate.update(new RateLimit(9, 10, Duration.ofSeconds(1)));
    assertThat(ask(20 * SECOND)).isZero();
    assertThat(ask(20 * SECOND)).isZero();
  }

  @Test
  void whoeverWaitsLongTakesPartInThat() {
    gate.update(SHUT);
    RateGate.Turn turn = new RateGate.Turn();
    assertThat(gate.next(turn, 2 * MINUTE)).isEqualTo(RateGate.PROBE);
    now += RateGate.PROBE;
    assertThat(gate.next(turn, 2 * MINUTE)).isZero();
  }

  @Test
  void withAKnownLimitCallsGoAtItsPaceAndNoneBesides() {
    gate.update(new RateLimit(0, 60, Duration.ofMinutes(1)));
    List<RateGate.Turn> turns = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      turns.add(new RateGate.Turn());
    }
    List<Long> passed = new ArrayList<>();
    for (long end = now + MINUTE; now < end; now += SECOND / 10) {
      if (turns.removeIf(turn -> gate.next(turn, 2 * MINUTE) == 0)) {
        passed.add(now);
      }
    }
    assertThat(turns).isEmpty();
    assertThat(passed).hasSize(20);
    for (int i = 1; i < passed.size(); i++) {
      assertThat(passed.get(i) - passed.get(i - 1)).isEqualTo(SECOND);
    }
  }

  /** Tests any limits from a server or a custom client. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyLimitIsBounded(long seed) {
    Random random = new Random(seed);
    Duration[] resets = {
      Duration.ZERO,
      Duration.ofNanos(1),
      Duration.ofSeconds(3),
      Duration.ofSeconds(Long.MAX_VALUE),
      Duration.ofSeconds(Long.MIN_VALUE),
      Duration.ofSeconds(-1),
      Duration.ofDays(999_999)
    };
    long[] counts = {0, 1, -1, 60, Long.MAX_VALUE, Long.MIN_VALUE};
    long shutSince = now;
    for (int i = 0; i < 20_000; i++) {
      if (random.nextInt(3) == 0) {
        gate.update(
            new RateLimit(
                counts[random.nextInt(counts.length)],
                counts[random.nextInt(counts.length)],
                resets[random.nextInt(resets.length)]));
        shutSince = now;
      }
      long wait = ask(20 * SECOND);
      assertThat(wait).isBetween(-MINUTE, RateGate.PROBE);
      if (now - shutSince >= RateGate.PROBE) {
        assertThat(wait).isZero();
        shutSince = now;
      }
      now += random.nextInt(3) * SECOND;
    }
  }
}
