package io.stepwright.cache;

import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.EmbeddingCall;
import io.stepwright.spi.NotComparable;
import io.stepwright.spi.cache.Embedding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a look-up in all tiers.
 *
 * @param hit the answer, or null
 * @param embedding the embedding of the question's text, if it was needed and is known
 * @param call the record of its computation, if it was computed
 * @param choice the result of the comparisons
 * @param notComparable the reason why nothing was compared by meaning, or null
 * @param isComplete true if everything was searched
 */
record LookupResult(
    @Nullable Hit hit,
    @Nullable Embedding embedding,
    @Nullable EmbeddingCall call,
    Candidates.Choice choice,
    @Nullable NotComparable notComparable,
    boolean isComplete) {

  static LookupResult exact(Hit hit) {
    return new LookupResult(hit, null, null, Candidates.Choice.NONE, null, true);
  }

  /** Returns the report of a look-up without a usable answer. */
  CacheLookup missed(long nanos) {
    CacheOutcome outcome = outcome();
    boolean refused = outcome == CacheOutcome.REFUSED;
    return new CacheLookup(
        outcome,
        choice.similarity(),
        null,
        null,
        0,
        0,
        choice.refusedBy(),
        refused ? choice.notApplicable() : List.of(),
        nanos,
        call,
        outcome == CacheOutcome.NOT_COMPARABLE ? notComparable : null);
  }

  private CacheOutcome outcome() {
    if (!isComplete) {
      return CacheOutcome.UNAVAILABLE;
    }
    if (notComparable != null) {
      return CacheOutcome.NOT_COMPARABLE;
    }
    return choice.isRefused() && hit == null ? CacheOutcome.REFUSED : CacheOutcome.MISS;
  }
}
