package io.stepwright.spi.cache;

import java.util.Set;

/**
 * Turns texts into vectors that lie close together if the texts mean nearly the same. Thread-safe:
 * a runtime requests several embeddings at once, on platform threads of its own.
 */
public interface Embedder extends AutoCloseable {

  /**
   * Returns an identifier of everything that makes vectors comparable: model, weights and, where it
   * matters, the version of the library that computes them. Vectors of different identifiers are
   * never compared. Holds no secret.
   */
  String id();

  /** Returns the length of a vector. */
  int dimensions();

  /**
   * Returns the languages that this embedder reads, as BCP 47 tags such as {@code en}, {@code ja}
   * or {@code sr-Cyrl}; English by default. A text in another script, or in none of these languages
   * as far as that can be told, is compared exactly only, unless the step sets
   * {@code @Cached(whenNotJudged = SERVE)}. Called once, after the embedder has been made.
   */
  default Set<String> languages() {
    return Set.of("en");
  }

  /**
   * Computes the vector of a text.
   *
   * @throws EmbedderException if there is none; its message holds no part of the text
   * @throws InterruptedException if the thread was interrupted
   */
  Embedding embed(String text) throws EmbedderException, InterruptedException;

  /** Frees all resources. Called once, when no embedding is under way. */
  @Override
  void close();
}
