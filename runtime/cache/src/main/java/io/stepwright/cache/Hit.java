package io.stepwright.cache;

import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.EmbeddingCall;
import io.stepwright.spi.cache.CacheEntry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer without a model call.
 *
 * @param outcome the kind of hit
 * @param entry the answer
 * @param madeMillis the time of its creation, on the steady clock
 * @param similarity the cosine, for a hit by meaning; else NaN
 * @param refusedBy the guards that refused a nearer entry
 * @param notApplicable the guards that could not judge
 * @param embedding the embedding that was computed to find it, or null
 */
record Hit(
    CacheOutcome outcome,
    CacheEntry entry,
    long madeMillis,
    double similarity,
    List<String> refusedBy,
    List<String> notApplicable,
    @Nullable EmbeddingCall embedding) {

  static Hit exact(CacheEntry entry, long madeMillis) {
    return new Hit(CacheOutcome.EXACT, entry, madeMillis, Double.NaN, List.of(), List.of(), null);
  }

  static Hit shared(CacheEntry entry, long madeMillis) {
    return new Hit(CacheOutcome.SHARED, entry, madeMillis, Double.NaN, List.of(), List.of(), null);
  }

  static Hit semantic(
      CacheEntry entry,
      long madeMillis,
      Candidates.Choice choice,
      @Nullable EmbeddingCall embedding) {
    return new Hit(
        CacheOutcome.SEMANTIC,
        entry,
        madeMillis,
        choice.similarity(),
        choice.refusedBy(),
        choice.notApplicable(),
        embedding);
  }

  /**
   * Returns the report of the look-up.
   *
   * @param nowMillis on the clock of {@link #madeMillis}
   */
  CacheLookup lookup(long nowMillis, long nanos) {
    return new CacheLookup(
        outcome,
        similarity,
        outcome == CacheOutcome.SEMANTIC ? entry.text() : null,
        Duration.ofMillis(nowMillis - madeMillis),
        known(entry.inputTokens()),
        known(entry.outputTokens()),
        refusedBy,
        notApplicable,
        nanos,
        embedding,
        null);
  }

  private static long known(long tokens) {
    return Math.max(0, tokens);
  }
}
