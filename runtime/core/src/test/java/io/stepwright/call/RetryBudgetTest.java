package io.stepwright.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryBudgetTest {

  /** The retries of ten seconds at 10 per second. */
  private static final int FLOOR = 100;

  // Starts far from zero and shortly before an overflow: only differences of times may matter.
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);
  private final RetryBudget budget = new RetryBudget(now::get);

  private int retries(int wanted) {
    int granted = 0;
    for (int i = 0; i < wanted; i++) {
      granted += budget.withdraw() ? 1 : 0;
    }
    return granted;
  }

  private void seconds(double seconds) {
    now.addAndGet((long) (seconds * TimeUnit.SECONDS.toNanos(1)));
  }

  /** Every call fails and would otherwise be sent three times. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, 1_000, 100_000})
  void underTotalFailureAFifthIsTriedAgain(int calls) {
    int requests = 0;
    for (int i = 0; i < calls; i++) {
      budget.deposit();
      requests += 1 + retries(2);
    }
    assertThat(requests)
        .isLessThanOrEqualTo((int) (1.2 * calls) + FLOOR)
        .isEqualTo(Math.min(3 * calls, calls + calls / 5 + FLOOR));
  }

  @Test
  void theFloorComesBackWithTime() {
    assertThat(retries(1_000)).isEqualTo(FLOOR);
    seconds(9.9);
    assertThat(retries(1_000)).isZero();
    seconds(0.2);
    assertThat(retries(1_000)).isEqualTo(FLOOR);
    seconds(1_000_000);
    assertThat(retries(1_000)).isEqualTo(FLOOR);
  }

  @Test
  void oldCallsBringNothing() {
    for (int i = 0; i < 1_000; i++) {
      budget.deposit();
    }
    seconds(10.1);
    assertThat(retries(1_000)).isEqualTo(FLOOR);
  }

  @Test
  void overALongTimeTenASecondAreGranted() {
    int granted = 0;
    for (int i = 0; i < 1_000; i++) {
      granted += retries(25);
      seconds(0.1);
    }
    assertThat(granted).isBetween(10 * 100, 10 * 110);
  }
}
