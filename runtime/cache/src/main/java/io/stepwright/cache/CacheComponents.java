package io.stepwright.cache;

import io.stepwright.cache.memory.SteadyClock;

/**
 * The parts of a cache.
 *
 * @param time the clock of the entries in the tier, and the source of randomness
 */
record CacheComponents(
    CacheTime time,
    SteadyClock steady,
    LocalAnswers local,
    Tier tier,
    LookUp lookUp,
    Evictions evictions,
    LazyEmbedder embedder,
    BackgroundIndexer indexer,
    LookupThreads threads) {}
