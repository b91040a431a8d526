package io.stepwright.cache;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Where the cache has time and chance from.
 *
 * @param millis the time, as {@link System#currentTimeMillis}
 * @param nanos nanoseconds from any start on, as {@link System#nanoTime}
 * @param random from 0 to less than 1
 */
record CacheTime(LongSupplier millis, LongSupplier nanos, DoubleSupplier random) {

  static final CacheTime SYSTEM =
      new CacheTime(
          System::currentTimeMillis,
          System::nanoTime,
          () -> ThreadLocalRandom.current().nextDouble());
}
