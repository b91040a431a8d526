package io.stepwright.spi;

/** How a look-up in the cache ended. */
public enum CacheOutcome {
  /** The same question was answered before. */
  EXACT,
  /** A question that means the same was answered before. */
  SEMANTIC,
  /** The same question was being answered for another run, and its answer is shared. */
  SHARED,
  /** Nothing near enough is remembered. */
  MISS,
  /** Something near enough is remembered, but guards refused it or could not judge it. */
  REFUSED,
  /** The text is compared exactly only, and not remembered in these words. */
  NOT_COMPARABLE,
  /** The store or the embedder failed or took too long: as good as a miss. */
  UNAVAILABLE;

  /** Whether it saved a call. */
  public boolean isHit() {
    return this == EXACT || this == SEMANTIC || this == SHARED;
  }
}
