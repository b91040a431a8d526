package io.stepwright.cache;

import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.EmbeddingCall;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer without a call.
 *
 * @param outcome how it came
 * @param entry the answer
 * @param similarity the cosine, for one by meaning; else NaN
 * @param refusedBy the guards that refused something nearer
 * @param notApplicable the guards that could not tell
 * @param embedding the embedding that was computed to find it, or null
 */
record Hit(
    CacheOutcome outcome,
    CacheEntry entry,
    double similarity,
    List<String> refusedBy,
    List<String> notApplicable,
    @Nullable EmbeddingCall embedding) {

  static Hit exact(CacheEntry entry) {
    return new Hit(CacheOutcome.EXACT, entry, Double.NaN, List.of(), List.of(), null);
  }

  static Hit shared(CacheEntry entry) {
    return new Hit(CacheOutcome.SHARED, entry, Double.NaN, List.of(), List.of(), null);
  }

  static Hit semantic(
      CacheEntry entry, Candidates.Choice choice, @Nullable EmbeddingCall embedding) {
    return new Hit(
        CacheOutcome.SEMANTIC,
        entry,
        choice.similarity(),
        choice.refusedBy(),
        choice.notApplicable(),
        embedding);
  }

  /** What is told of it. */
  CacheLookup lookup(long nowMillis, long nanos) {
    return new CacheLookup(
        outcome,
        similarity,
        outcome == CacheOutcome.SEMANTIC ? entry.text() : null,
        // A clock that was put back, or another machine's, must not make it negative.
        Duration.ofMillis(Math.max(0, nowMillis - entry.createdMillis())),
        known(entry.inputTokens()),
        known(entry.outputTokens()),
        refusedBy,
        notApplicable,
        nanos,
        embedding);
  }

  private static long known(long tokens) {
    return Math.max(0, tokens);
  }
}
