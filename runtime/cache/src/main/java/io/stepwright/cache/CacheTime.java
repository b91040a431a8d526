package io.stepwright.cache;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Where the cache has time and chance from.
 *
 * @param millis the clock that the times of entries are on: one that never jumps where they stay in
 *     this process, and the wall clock where others read them, too
 * @param nanos nanoseconds from any start on, as {@link System#nanoTime}
 * @param random from 0 to less than 1
 */
record CacheTime(LongSupplier millis, LongSupplier nanos, DoubleSupplier random) {

  static final CacheTime SYSTEM =
      new CacheTime(
          System::currentTimeMillis,
          System::nanoTime,
          () -> ThreadLocalRandom.current().nextDouble());

  /** The same with another clock. */
  CacheTime on(LongSupplier clock) {
    return new CacheTime(clock, nanos, random);
  }
}
