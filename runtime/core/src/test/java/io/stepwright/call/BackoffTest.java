package io.stepwright.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.ModelClientException;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private static final long LONG = Duration.ofDays(1).toNanos();
  private static final Backoff LONGEST = new Backoff(() -> 1);
  private static final Backoff SHORTEST = new Backoff(() -> 0);

  private static ModelClientException failure(int status, @Nullable Duration retryAfter) {
    return new ModelClientException("x", status, true, retryAfter, null);
  }

  /** The upper limit of the random wait. */
  @ParameterizedTest
  @CsvSource({
    "500, 1, 50",
    "500, 2, 100",
    "500, 3, 200",
    "0, 1, 50",
    "503, 9, 12800",
    "503, 10, 20000",
    "503, 1000000, 20000",
    "429, 1, 1000",
    "429, 2, 2000",
    "429, 5, 16000",
    "429, 6, 20000",
    "429, 2147483647, 20000",
  })
  void theCurveDoublesUpToItsEnd(int status, int failures, long millis) {
    assertThat(LONGEST.after(failure(status, null), failures, LONG))
        .isEqualTo(Duration.ofMillis(millis).toNanos());
    assertThat(SHORTEST.after(failure(status, null), failures, LONG)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "429, 2000, 1, 3000",
    "429, 250, 3, 500",
    "503, 10000, 2, 12000",
    "503, 0, 1, 50",
    "500, 100, 1, 200",
  })
  void whatTheServerAsksForIsTheLeast(int status, long asked, int failures, long most) {
    ModelClientException failure = failure(status, Duration.ofMillis(asked));
    assertThat(SHORTEST.after(failure, failures, LONG))
        .isEqualTo(Duration.ofMillis(asked).toNanos());
    assertThat(LONGEST.after(failure, failures, LONG)).isEqualTo(Duration.ofMillis(most).toNanos());
  }

  @Test
  void aWaitEndsBeforeTheDeadlineOrIsNotBegun() {
    long second = Duration.ofSeconds(1).toNanos();
    assertThat(LONGEST.after(failure(503, Duration.ofHours(1)), 1, second))
        .isEqualTo(Backoff.TOO_LONG);
    assertThat(LONGEST.after(failure(503, Duration.ofSeconds(1)), 1, second))
        .isEqualTo(Backoff.TOO_LONG);
    assertThat(LONGEST.after(failure(503, Duration.ofSeconds(Long.MAX_VALUE)), 1, second))
        .isEqualTo(Backoff.TOO_LONG);
    assertThat(LONGEST.after(failure(503, Duration.ofMillis(900)), 1, second)).isEqualTo(second);
    assertThat(LONGEST.after(failure(429, null), 5, second)).isEqualTo(second);
  }

  /** Tests a deadline that is far away, and none. */
  @Test
  void nobodyWaitsForMoreThanAnHour() {
    for (Duration asked :
        new Duration[] {Duration.ofSeconds(3_601), Duration.ofSeconds(Long.MAX_VALUE)}) {
      assertThat(SHORTEST.after(failure(429, asked), 1, LONG)).isEqualTo(Backoff.TOO_LONG);
    }
    assertThat(SHORTEST.after(failure(429, Duration.ofHours(1)), 1, LONG))
        .isEqualTo(Duration.ofHours(1).toNanos());
    assertThat(SHORTEST.after(failure(429, Duration.ofSeconds(Long.MIN_VALUE)), 1, LONG)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 500, 1000", "2, 1000, 2000", "9, 10000, 20000"})
  void whatThisProcessLacksIsNotThereAtOnce(int failures, long least, long most) {
    ModelClientException lacking =
        new ModelClientException("x", ModelClientException.NO_STATUS, true, null, null)
            .as(ModelClientException.Kind.RESOURCES);
    assertThat(SHORTEST.after(lacking, failures, LONG))
        .isEqualTo(Duration.ofMillis(least).toNanos());
    assertThat(LONGEST.after(lacking, failures, LONG)).isEqualTo(Duration.ofMillis(most).toNanos());
    assertThat(LONGEST.after(lacking, failures, 1_000)).isEqualTo(1_000);
  }

  @Test
  void waitsSpreadOverTheWholeRange() {
    Random random = new Random(1);
    Backoff backoff = new Backoff(random::nextDouble);
    Integer[] quarters = {0, 0, 0, 0};
    for (int i = 0; i < 4_000; i++) {
      long wait = backoff.after(failure(429, null), 1, LONG);
      quarters[(int) (wait * 4 / 1_000_000_000)]++;
    }
    assertThat(quarters).allMatch(count -> count > 900 && count < 1_100);
  }
}
