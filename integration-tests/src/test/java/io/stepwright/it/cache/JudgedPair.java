package io.stepwright.it.cache;

import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import java.util.HashMap;
import java.util.Map;

/**
 * A pair with the cache's judgement.
 *
 * @param pair the pair
 * @param lookups by guards that are on, the look-up of one question when only the other one is
 *     remembered
 */
record JudgedPair(QuestionPair pair, Map<GuardSet, CacheLookup> lookups) {

  static JudgedPair of(QuestionPair pair, PairCache cache) throws InterruptedException {
    Map<GuardSet, CacheLookup> lookups = new HashMap<>();
    for (GuardSet guards : GuardSet.variants()) {
      lookups.put(guards, cache.ask(pair.a(), pair.b(), guards.names(), false));
    }
    return new JudgedPair(pair, lookups);
  }

  /** Tells whether the answer to one question is served for the other. */
  boolean isServed(double threshold, GuardSet guards) {
    CacheLookup lookup = lookups.get(guards);
    return lookup.outcome() == CacheOutcome.EXACT
        || (lookup.outcome() == CacheOutcome.SEMANTIC && lookup.similarity() >= threshold);
  }

  @Override
  public String toString() {
    CacheLookup lookup = lookups.get(GuardSet.ALL);
    return "%s [%s | %s] %.3f %s %s %s"
        .formatted(
            pair.id(),
            pair.a(),
            pair.b(),
            lookup.similarity(),
            lookup.outcome(),
            lookup.refusedBy(),
            lookup.notComparable());
  }
}
