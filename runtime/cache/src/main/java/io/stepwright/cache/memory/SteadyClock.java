package io.stepwright.cache.memory;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Gives the time in milliseconds as the wall clock had it when this clock was made, and counts on
 * from there without ever jumping, whoever sets the wall clock. Thread-safe.
 */
public final class SteadyClock implements LongSupplier {

  private final long startMillis;
  private final long startNanos;
  private final LongSupplier nanos;

  /**
   * Starts a clock.
   *
   * @param millis as {@link System#currentTimeMillis}; read once
   * @param nanos as {@link System#nanoTime}
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

  /** What it shows at a moment that is already known. */
  public long at(long nanoTime) {
    return startMillis + TimeUnit.NANOSECONDS.toMillis(nanoTime - startNanos);
  }
}
