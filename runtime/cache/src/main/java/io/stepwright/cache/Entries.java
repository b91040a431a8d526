package io.stepwright.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.Embedding;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes entries. */
final class Entries {

  // Spread, so that what was asked together is not asked together again.
  private static final double LEAST_SHARE = 0.9;
  private static final double SPREAD = 0.2;
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Entries() {}

  /**
   * The entry of an answer that came just now.
   *
   * @param comparable whether the question's text may be compared with others by meaning, as far as
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

  /** The same entry with a vector. */
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

  /** Whether two entries of the same question are of the same call. */
  static boolean isSameAnswer(CacheEntry a, CacheEntry b) {
    return a.createdMillis() == b.createdMillis() && a.answer().equals(b.answer());
  }

  /** How long an entry lives at most whose answer is to be kept so long. */
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
