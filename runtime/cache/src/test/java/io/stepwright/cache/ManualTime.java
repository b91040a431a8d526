package io.stepwright.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that is advanced by the test. */
final class ManualTime {

  private final AtomicLong millis = new AtomicLong(1_700_000_000_000L);
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private volatile double chance = 0.5;

  /** Returns the clocks; the nanosecond clock soon overflows. */
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

  /** Sets the wall clock back, as an administrator may. */
  void putBack(Duration time) {
    millis.addAndGet(-time.toMillis());
  }

  /** Sets the wall clock forward, as an administrator may. */
  void putForward(Duration time) {
    millis.addAndGet(time.toMillis());
  }

  void chance(double from0To1) {
    chance = from0To1;
  }
}
