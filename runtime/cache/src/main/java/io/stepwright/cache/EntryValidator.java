package io.stepwright.cache;

import io.stepwright.spi.cache.CacheEntry;

/** Checks that entries match a question. Stores are not trusted with that. */
final class EntryValidator {

  private EntryValidator() {}

  /**
   * Tells whether an entry of a store that others write to is possible for a question: its numbers
   * are plausible, and its lifetime is not longer than that of the question's answers.
   */
  static boolean isPossible(CacheQuestion question, CacheEntry entry, long nowMillis) {
    if (!entry.isPlausible(nowMillis)) {
      return false;
    }
    return entry.expiresMillis() - entry.createdMillis() <= Entries.longestMillis(question.ttl());
  }

  /** Tells whether an entry is the answer to this very question. */
  static boolean isSame(CacheQuestion question, CacheEntry entry, long nowMillis) {
    return isComparable(question, entry, nowMillis) && question.id().equals(entry.id());
  }

  /** Tells whether an entry answers a question that may be compared with this one. */
  static boolean isComparable(CacheQuestion question, CacheEntry entry, long nowMillis) {
    return question.partition().equals(entry.partition())
        && question.step().equals(entry.step())
        && nowMillis < entry.expiresMillis();
  }
}
