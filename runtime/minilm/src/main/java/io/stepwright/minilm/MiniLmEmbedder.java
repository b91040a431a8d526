package io.stepwright.minilm;

import ai.onnxruntime.OrtException;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderException;
import io.stepwright.spi.cache.Embedding;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/**
 * Computes embeddings on the caller's thread, at most one per core at once, as more would only slow
 * each other down. Thread-safe.
 */
final class MiniLmEmbedder implements Embedder {

  private final String id;
  private final TextTokenizer tokenizer;
  private final OnnxModel model;
  private final int cores = Runtime.getRuntime().availableProcessors();

  /** Fair, so that {@link #close}, which takes all permits, gets its turn. */
  private final Semaphore permits = new Semaphore(cores, true);

  /** Written while no other thread has a permit, read with one. */
  private boolean closed;

  MiniLmEmbedder(String id, TextTokenizer tokenizer, OnnxModel model) {
    this.id = id;
    this.tokenizer = tokenizer;
    this.model = model;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int dimensions() {
    return model.dimensions();
  }

  @Override
  public Embedding embed(String text) throws EmbedderException, InterruptedException {
    permits.acquire();
    try {
      if (closed) {
        throw new EmbedderException("The embedder %s is closed.".formatted(id), null);
      }
      if (!JvmShutdown.enter()) {
        throw new EmbedderException("The JVM is ending: nothing is embedded any more.", null);
      }
      try {
        Tokens tokens = tokens(text);
        return new Embedding(vector(tokens), tokens.total(), tokens.truncated(), tokens.known());
      } finally {
        JvmShutdown.leave();
      }
    } finally {
      permits.release();
    }
  }

  private Tokens tokens(String text) throws EmbedderException, InterruptedException {
    try {
      return tokenizer.tokenize(text);
    } catch (RuntimeException failure) {
      // Without the failure and its message: the tokenizer may quote the text in it.
      throw new EmbedderException(
          String.format(
              Locale.ROOT,
              "The tokenizer of %s failed on a text of %d characters (%s).",
              id,
              text.length(),
              failure.getClass().getName()),
          null);
    }
  }

  private float[] vector(Tokens tokens) throws EmbedderException {
    try {
      return model.vector(tokens);
    } catch (OrtException | RuntimeException failure) {
      throw new EmbedderException(
          String.format(
              Locale.ROOT,
              "The model %s has no vector for a text of %d tokens: %s",
              id,
              tokens.total(),
              failure.getMessage()),
          failure);
    }
  }

  /** Waits for running embeddings; further calls have no effect. */
  @Override
  public void close() {
    permits.acquireUninterruptibly(cores);
    try {
      if (!closed) {
        closed = true;
        free();
      }
    } finally {
      permits.release(cores);
    }
  }

  private void free() {
    try {
      ShutdownDelay.during(
          () -> {
            model.close();
            tokenizer.close();
            return true;
          });
    } catch (CancellationException ending) {
      // The process frees the memory when it ends.
    }
  }

  @Override
  public String toString() {
    return "MiniLmEmbedder[%s]".formatted(id);
  }
}
