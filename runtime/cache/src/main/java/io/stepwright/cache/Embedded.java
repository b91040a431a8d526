package io.stepwright.cache;

import io.stepwright.spi.EmbeddingCall;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * The embedding of a text.
 *
 * @param embedding the embedding
 * @param call the record of its computation, or null if it was cached
 */
record Embedded(Embedding embedding, @Nullable EmbeddingCall call) {

  static Embedded remembered(Embedding embedding) {
    return new Embedded(embedding, null);
  }

  static Embedded now(Embedder embedder, Embedding embedding, long startNanos, long nanos) {
    return new Embedded(
        embedding,
        new EmbeddingCall(
            embedder.id(), embedding.vector().length, embedding.tokens(), startNanos, nanos));
  }
}
