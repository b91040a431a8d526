package io.stepwright.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.stepwright.spi.cache.Embedding;
import org.jspecify.annotations.Nullable;

/** A bounded cache of the embeddings of frequent and recent texts. Thread-safe. */
final class EmbeddingMemo {

  private static final long BYTES = 8L << 20;
  private static final int OVERHEAD = 200;

  private final Cache<String, Embedding> embeddings =
      Caffeine.newBuilder()
          .maximumWeight(BYTES)
          .weigher(EmbeddingMemo::bytes)
          .executor(Runnable::run)
          .build();

  @Nullable Embedding find(String text) {
    return embeddings.getIfPresent(text);
  }

  void put(String text, Embedding embedding) {
    embeddings.put(text, embedding);
  }

  private static int bytes(String text, Embedding embedding) {
    long bytes = OVERHEAD + 2L * text.length() + (long) Float.BYTES * embedding.vector().length;
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }
}
