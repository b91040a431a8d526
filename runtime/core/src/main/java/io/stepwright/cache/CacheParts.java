package io.stepwright.cache;

/** What a cache is made of. */
record CacheParts(
    CacheTime time,
    LocalAnswers local,
    Tier tier,
    Candidates candidates,
    Evictions evictions,
    LazyEmbedder embedder,
    LateIndex lateIndex,
    LookupThreads threads) {}
