package io.stepwright.cache;

import java.util.function.LongSupplier;

/**
 * What a cache is made of.
 *
 * @param time the clock of the entries in the tier, and chance
 * @param steady milliseconds on a clock that never jumps
 */
record CacheParts(
    CacheTime time,
    LongSupplier steady,
    LocalAnswers local,
    Tier tier,
    Candidates candidates,
    Evictions evictions,
    LazyEmbedder embedder,
    LateIndex lateIndex,
    LookupThreads threads) {}
