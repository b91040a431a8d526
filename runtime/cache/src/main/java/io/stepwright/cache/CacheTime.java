package io.stepwright.cache;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The clocks and the randomness of the cache.
 *
 * @param millis the clock of the entries' times: a steady clock for entries that stay in this
 *     process, the wall clock for entries that other processes read
 * @param nanos nanoseconds from any start on, as {@link System#nanoTime}
 * @param random numbers from 0, included, to 1
 */
record CacheTime(LongSupplier millis, LongSupplier nanos, DoubleSupplier random) {

  static final CacheTime SYSTEM =
      new CacheTime(
          System::currentTimeMillis,
          System::nanoTime,
          () -> ThreadLocalRandom.current().nextDouble());

  /** Returns a copy with another clock of the entries. */
  CacheTime on(LongSupplier clock) {
    return new CacheTime(clock, nanos, random);
  }
}
