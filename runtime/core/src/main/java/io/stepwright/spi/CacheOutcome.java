package io.stepwright.spi;

/** The outcome of a cache look-up. */
public enum CacheOutcome {
  /** The same question was answered before. */
  EXACT,
  /** A question that means the same was answered before. */
  SEMANTIC,
  /** The same question was in flight for another run, and its answer is shared. */
  SHARED,
  /** No cached question is near enough. */
  MISS,
  /** A cached question is near enough, but guards refused it or could not judge it. */
  REFUSED,
  /** The text is compared exactly only, and these words are not cached. */
  NOT_COMPARABLE,
  /** The store or the embedder failed or took too long. The caller treats it as a miss. */
  UNAVAILABLE;

  /** Returns true if the look-up saved a model call. */
  public boolean isHit() {
    return this == EXACT || this == SEMANTIC || this == SHARED;
  }
}
