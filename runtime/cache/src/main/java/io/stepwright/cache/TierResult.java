package io.stepwright.cache;

import io.stepwright.spi.EmbeddingCall;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.Embedding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a tier's look-up.
 *
 * @param exact the answer to this very question, or null
 * @param embedded the embedding of the question's text, if it was needed and is known
 * @param near entries that may answer the question by meaning
 * @param isComplete true if the whole tier was searched
 */
record TierResult(
    @Nullable CacheEntry exact,
    @Nullable Embedded embedded,
    List<CacheEntry> near,
    boolean isComplete) {

  static final TierResult NOTHING = new TierResult(null, null, List.of(), true);
  static final TierResult UNAVAILABLE = new TierResult(null, null, List.of(), false);

  static TierResult exact(CacheEntry entry) {
    return new TierResult(entry, null, List.of(), true);
  }

  static TierResult near(Embedded embedded, List<CacheEntry> near) {
    return new TierResult(null, embedded, near, true);
  }

  /** Returns the embedding of the question's text, if it was needed and is known. */
  @Nullable Embedding embedding() {
    return embedded == null ? null : embedded.embedding();
  }

  /** Returns the record of its computation, if it was computed. */
  @Nullable EmbeddingCall call() {
    return embedded == null ? null : embedded.call();
  }
}
