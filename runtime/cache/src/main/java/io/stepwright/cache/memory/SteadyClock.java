package io.stepwright.cache.memory;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A clock in milliseconds that starts at the wall-clock time of its creation and never jumps, even
 * if the wall clock is set. Thread-safe.
 */
public final class SteadyClock implements LongSupplier {

  private final long startMillis;
  private final long startNanos;
  private final LongSupplier nanos;

  /**
   * Makes and starts a clock.
   *
   * @param millis the wall clock, as {@link System#currentTimeMillis}; read once
   * @param nanos the clock, as {@link System#nanoTime}
   */
  public SteadyClock(LongSupplier millis, LongSupplier nanos) {
    this.startMillis = millis.getAsLong();
    this.startNanos = nanos.getAsLong();
    this.nanos = nanos;
  }

  @Override
  public long getAsLong() {
    return at(nanos.getAsLong());
  }

  /** Returns the time of this clock at a given {@link System#nanoTime}. */
  public long at(long nanoTime) {
    return startMillis + TimeUnit.NANOSECONDS.toMillis(nanoTime - startNanos);
  }
}
