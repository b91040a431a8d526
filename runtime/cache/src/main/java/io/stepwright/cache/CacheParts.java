package io.stepwright.cache;

import io.stepwright.cache.memory.SteadyClock;

/**
 * What a cache is made of.
 *
 * @param time the clock of the entries in the tier, and chance
 */
record CacheParts(
    CacheTime time,
    SteadyClock steady,
    LocalAnswers local,
    Tier tier,
    LookUp lookUp,
    Evictions evictions,
    LazyEmbedder embedder,
    LateIndex lateIndex,
    LookupThreads threads) {}
