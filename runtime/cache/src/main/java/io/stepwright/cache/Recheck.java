package io.stepwright.cache;

import io.stepwright.spi.CacheEntry;

/** Whether an entry is what was asked for. Stores are not trusted with that. */
final class Recheck {

  private Recheck() {}

  /**
   * Whether an entry of a store that others write to can be one that was made for such a question:
   * its numbers are possible, and it does not live longer than the question's answers do.
   */
  static boolean isPossible(CacheQuestion question, CacheEntry entry, long nowMillis) {
    if (!entry.isPlausible(nowMillis)) {
      return false;
    }
    return entry.expiresMillis() - entry.createdMillis() <= Entries.longestMillis(question.ttl());
  }

  /** Whether it is the answer to this very question. */
  static boolean isSame(CacheQuestion question, CacheEntry entry, long nowMillis) {
    return isComparable(question, entry, nowMillis) && question.id().equals(entry.id());
  }

  /** Whether it answers a question that may be compared with this one. */
  static boolean isComparable(CacheQuestion question, CacheEntry entry, long nowMillis) {
    return question.partition().equals(entry.partition())
        && question.step().equals(entry.step())
        && nowMillis < entry.expiresMillis();
  }
}
