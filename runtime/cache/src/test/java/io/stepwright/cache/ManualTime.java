package io.stepwright.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that only passes when a test says so. */
final class ManualTime {

  private final AtomicLong millis = new AtomicLong(1_700_000_000_000L);
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private volatile double chance = 0.5;

  /** The clocks; the second one soon overflows. */
  CacheTime clocks() {
    return new CacheTime(millis::get, nanos::get, () -> chance);
  }

  long millis() {
    return millis.get();
  }

  void pass(Duration time) {
    millis.addAndGet(time.toMillis());
    nanos.addAndGet(time.toNanos());
  }

  /** As an administrator does. */
  void putBack(Duration time) {
    millis.addAndGet(-time.toMillis());
  }

  /** As an administrator does, too. */
  void putForward(Duration time) {
    millis.addAndGet(time.toMillis());
  }

  void chance(double from0To1) {
    chance = from0To1;
  }
}
