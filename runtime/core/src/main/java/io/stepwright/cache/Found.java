package io.stepwright.cache;

import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.Embedding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a question behind the exact answers of this process.
 *
 * @param exact the answer to this very question, or null
 * @param embedding that of the question's text, if it was needed and is known
 * @param near entries that may answer it by meaning
 * @param isComplete whether all was looked at that there is to look at
 */
record Found(
    @Nullable CacheEntry exact,
    @Nullable Embedding embedding,
    List<CacheEntry> near,
    boolean isComplete) {

  static final Found NOTHING = new Found(null, null, List.of(), true);
  static final Found UNAVAILABLE = new Found(null, null, List.of(), false);

  static Found exact(CacheEntry entry) {
    return new Found(entry, null, List.of(), true);
  }

  static Found near(Embedding embedding, List<CacheEntry> near) {
    return new Found(null, embedding, near, true);
  }
}
