package io.stepwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.runtime.CapturedLog;
import java.time.Duration;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

  private static final Duration OPEN = Duration.ofNanos(CircuitBreaker.OPEN_NANOS);

  private final ManualTime time = new ManualTime();
  private final CircuitBreaker breaker = new CircuitBreaker("It", time.clocks().nanos());
  private final CapturedLog log = new CapturedLog(Logger.getLogger(CircuitBreaker.class.getName()));

  @AfterEach
  void close() {
    log.close();
  }

  private CircuitBreaker.Attempt enter() {
    CircuitBreaker.Attempt attempt = breaker.enter();
    assertThat(attempt).isNotNull();
    return attempt;
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      enter().failed("broken", false);
    }
  }

  @Test
  void opensAfterFailuresInARow() {
    fail(4);
    enter().succeeded(1);
    fail(4);
    assertThat(breaker.enter()).isNotNull();
    fail(1);
    assertThat(breaker.enter()).isNull();
    assertThat(log.messages()).hasSize(1);
    assertThat(log.messages().get(0)).startsWith("It has failed 5 times").endsWith("broken");
  }

  @Test
  void letsOneTrialThroughAfterAWhile() {
    fail(5);
    time.pass(OPEN.minusNanos(1));
    assertThat(breaker.enter()).isNull();
    time.pass(Duration.ofNanos(1));
    assertThat(breaker.enter()).isNotNull();
    assertThat(breaker.enter()).isNull();
  }

  @Test
  void aTrialThatWorksClosesIt() {
    fail(5);
    time.pass(OPEN);
    enter().succeeded(1);
    assertThat(breaker.enter()).isNotNull();
    fail(4);
    assertThat(breaker.enter()).isNotNull();
    assertThat(log.messages()).hasSize(2);
    assertThat(log.messages().get(1)).isEqualTo("It works again.");
  }

  @Test
  void aTrialThatFailsLeavesItOpenForAnotherWhile() {
    fail(5);
    time.pass(OPEN);
    CircuitBreaker.Attempt trial = enter();
    time.pass(Duration.ofSeconds(1));
    trial.failed("still", false);
    time.pass(OPEN.minusNanos(1));
    assertThat(breaker.enter()).isNull();
    time.pass(Duration.ofNanos(1));
    assertThat(breaker.enter()).isNotNull();
    assertThat(log.messages()).hasSize(1);
  }

  @Test
  void aTrialThatNobodyTellsTheEndOfIsFollowedByAnother() {
    fail(5);
    time.pass(OPEN);
    enter();
    time.pass(OPEN);
    enter().succeeded(1);
    assertThat(breaker.enter()).isNotNull();
  }

  @Test
  void whatIsToldFirstHolds() {
    for (int i = 0; i < 20; i++) {
      CircuitBreaker.Attempt attempt = enter();
      attempt.succeeded(1);
      attempt.failed("late", false);
    }
    assertThat(breaker.enter()).isNotNull();
    for (int i = 0; i < 5; i++) {
      CircuitBreaker.Attempt attempt = enter();
      attempt.failed("first", false);
      attempt.succeeded(1);
    }
    assertThat(breaker.enter()).isNull();
  }
}
