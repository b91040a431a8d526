package io.stepwright.spi;

/**
 * An embedding that was computed for a cache look-up. Immutable.
 *
 * @param embedder the {@linkplain Embedder#id identifier} of the embedder
 * @param dimensions the length of the vector
 * @param tokens the number of the text's tokens for the embedder
 * @param startNanos the time of its start, as {@link System#nanoTime}
 * @param nanos its duration in nanoseconds
 */
public record EmbeddingCall(
    String embedder, int dimensions, int tokens, long startNanos, long nanos) {}
