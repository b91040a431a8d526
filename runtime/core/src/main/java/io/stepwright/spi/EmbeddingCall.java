package io.stepwright.spi;

/**
 * An embedding that was computed for a look-up in the cache. Immutable.
 *
 * @param embedder what identifies the {@linkplain Embedder#id embedder}
 * @param dimensions how many numbers the vector has
 * @param tokens how many tokens the text has for the embedder
 * @param startNanos when it started, as {@link System#nanoTime}
 * @param nanos how long it took, in nanoseconds
 */
public record EmbeddingCall(
    String embedder, int dimensions, int tokens, long startNanos, long nanos) {}
