package io.stepwright.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.Embedding;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes cache entries. */
final class Entries {

  // Expiry is spread at random, so that answers of the same time do not expire together.
  private static final double LEAST_SHARE = 0.9;
  private static final double SPREAD = 0.2;
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Entries() {}

  /**
   * Makes the entry of a new answer.
   *
   * @param comparable true if the question's text may be compared with others by meaning, as far as
   *     is known
   */
  static CacheEntry of(
      CacheQuestion question,
      AnswerSource.Fresh<?> fresh,
      @Nullable Embedding embedding,
      boolean comparable,
      CacheTime time) {
    long now = time.millis().getAsLong();
    return new CacheEntry(
        question.step(),
        question.partition(),
        question.id(),
        comparable ? question.text() : null,
        comparable && embedding != null ? embedding.vector() : null,
        fresh.text(),
        now,
        now + spread(question.ttl(), time),
        fresh.inputTokens(),
        fresh.outputTokens());
  }

  /** Returns a copy of an entry with a vector. */
  static CacheEntry withVector(CacheEntry entry, float[] vector) {
    return new CacheEntry(
        entry.step(),
        entry.partition(),
        entry.id(),
        entry.text(),
        vector,
        entry.answer(),
        entry.createdMillis(),
        entry.expiresMillis(),
        entry.inputTokens(),
        entry.outputTokens());
  }

  /** Tells whether two entries of the same question come from the same call. */
  static boolean isSameAnswer(CacheEntry a, CacheEntry b) {
    return a.createdMillis() == b.createdMillis() && a.answer().equals(b.answer());
  }

  /** Returns the longest lifetime of an entry with this time to live, the spread included. */
  static long longestMillis(Duration ttl) {
    return Math.round(millis(ttl) * (LEAST_SHARE + SPREAD));
  }

  private static long spread(Duration ttl, CacheTime time) {
    return Math.round(millis(ttl) * (LEAST_SHARE + SPREAD * time.random().getAsDouble()));
  }

  private static long millis(Duration ttl) {
    return (ttl.compareTo(LONGEST) < 0 ? ttl : LONGEST).toMillis();
  }
}
