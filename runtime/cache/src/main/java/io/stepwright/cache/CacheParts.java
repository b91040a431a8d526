package io.stepwright.cache;

import io.stepwright.cache.memory.SteadyClock;

/**
 * The parts of a cache.
 *
 * @param time the clock of the entries in the tier, and the source of randomness
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
