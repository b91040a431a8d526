package io.stepwright.minilm;

import io.stepwright.spi.Embedder;
import io.stepwright.spi.EmbedderException;
import io.stepwright.spi.Embedding;
import java.util.concurrent.atomic.AtomicBoolean;

/** The use of an embedder that others use, too. Thread-safe. */
final class EmbedderLease implements Embedder {

  private final Embedder embedder;
  private final Runnable end;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Begins the use.
   *
   * @param end is run once, when the use ends
   */
  EmbedderLease(Embedder embedder, Runnable end) {
    this.embedder = embedder;
    this.end = end;
  }

  /** The one that is shared. */
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

  /** Ends this use only; more than once is harmless. */
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
