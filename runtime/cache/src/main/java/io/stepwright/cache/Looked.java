package io.stepwright.cache;

import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.Embedding;
import io.stepwright.spi.EmbeddingCall;
import io.stepwright.spi.NotComparable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What looking everywhere has brought.
 *
 * @param hit the answer, or null
 * @param embedding that of the question's text, if it was needed and is known
 * @param call how that was computed, if it was
 * @param choice what was compared
 * @param notComparable why nothing was compared by meaning, or null
 * @param isComplete whether all was looked at that there is to look at
 */
record Looked(
    @Nullable Hit hit,
    @Nullable Embedding embedding,
    @Nullable EmbeddingCall call,
    Candidates.Choice choice,
    @Nullable NotComparable notComparable,
    boolean isComplete) {

  static Looked exact(Hit hit) {
    return new Looked(hit, null, null, Candidates.Choice.NONE, null, true);
  }

  /** What is told of it if it brought no answer that is of use. */
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
