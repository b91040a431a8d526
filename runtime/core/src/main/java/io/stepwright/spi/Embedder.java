package io.stepwright.spi;

import java.util.Set;

/**
 * Turns texts into vectors that lie close together when the texts mean nearly the same.
 * Thread-safe: a runtime asks for several embeddings at once, on platform threads of its own.
 */
public interface Embedder extends AutoCloseable {

  /**
   * What makes its vectors comparable: model, weights and, where it matters, the version of what
   * computes them. Vectors of different identifiers are never compared. Holds no secret.
   */
  String id();

  /** How many numbers a vector has. */
  int dimensions();

  /**
   * The languages that it reads, as BCP 47 tags such as {@code en}, {@code ja} or {@code sr-Cyrl};
   * English unless overridden. A text in another script, or in none of these languages as far as
   * that can be told, is compared exactly only, unless the step says {@code @Cached(whenNotJudged =
   * SERVE)}. Asked once, when the embedder has been made.
   */
  default Set<String> languages() {
    return Set.of("en");
  }

  /**
   * The vector of a text.
   *
   * @throws EmbedderException if there is none; its message holds nothing of the text
   * @throws InterruptedException if the thread was interrupted
   */
  Embedding embed(String text) throws EmbedderException, InterruptedException;

  /** Frees what it holds. Called once, when no embedding is under way. */
  @Override
  void close();
}
