package io.stepwright.cache;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts the evictions of every step, so that an answer that was asked for before one is not kept
 * after it. Thread-safe.
 */
final class Evictions {

  private final ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();

  /** How many there were of a step. */
  long count(String step) {
    return counts.getOrDefault(step, 0L);
  }

  /** There is one. */
  void add(String step) {
    counts.merge(step, 1L, Long::sum);
  }
}
