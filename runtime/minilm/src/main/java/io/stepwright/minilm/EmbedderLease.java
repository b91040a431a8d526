package io.stepwright.minilm;

import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderException;
import io.stepwright.spi.cache.Embedding;
import java.util.concurrent.atomic.AtomicBoolean;

/** A handle on a shared embedder. Thread-safe. */
final class EmbedderLease implements Embedder {

  private final Embedder embedder;
  private final Runnable end;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Makes a handle.
   *
   * @param end runs once, when the handle is closed
   */
  EmbedderLease(Embedder embedder, Runnable end) {
    this.embedder = embedder;
    this.end = end;
  }

  /** Returns the shared embedder. */
  Embedder embedder() {
    return embedder;
  }

  @Override
  public String id() {
    return embedder.id();
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public Embedding embed(String text) throws EmbedderException, InterruptedException {
    if (closed.get()) {
      throw new EmbedderException("The embedder %s is closed.".formatted(id()), null);
    }
    return embedder.embed(text);
  }

  /** Closes this handle only; further calls have no effect. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      end.run();
    }
  }

  @Override
  public String toString() {
    return embedder.toString();
  }
}
