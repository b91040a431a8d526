package io.stepwright.cache;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts the evictions of every step, so that an answer that was requested before an eviction is
 * not kept after it. Thread-safe.
 */
final class Evictions {

  private final ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();

  /** Returns the number of evictions of a step. */
  long count(String step) {
    return counts.getOrDefault(step, 0L);
  }

  /** Counts an eviction of a step. */
  void add(String step) {
    counts.merge(step, 1L, Long::sum);
  }
}
