package io.stepwright.cache;

import io.stepwright.runtime.Await;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderException;
import io.stepwright.spi.cache.Embedding;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Maps a text that begins with a number of degrees to a vector at that angle. Texts with "long" are
 * truncated, and texts with "unknown" have unknown pieces.
 */
final class FakeEmbedder implements Embedder {

  final AtomicInteger embedded = new AtomicInteger();
  final AtomicInteger atOnce = new AtomicInteger();
  final AtomicInteger mostAtOnce = new AtomicInteger();
  final Semaphore entered = new Semaphore(0);
  final CountDownLatch closed = new CountDownLatch(1);
  volatile @Nullable CountDownLatch gate;
  volatile @Nullable Throwable failure;

  @Override
  public String id() {
    return "degrees";
  }

  @Override
  public int dimensions() {
    return 2;
  }

  @Override
  public Embedding embed(String text) throws EmbedderException, InterruptedException {
    embedded.incrementAndGet();
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    entered.release();
    try {
      CountDownLatch waits = gate;
      if (waits != null) {
        Await.latch(waits);
      }
      if (failure instanceof EmbedderException checked) {
        throw checked;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      return new Embedding(vector(text), 1, text.contains("long"), !text.contains("unknown"));
    } finally {
      atOnce.decrementAndGet();
    }
  }

  static float[] vector(String text) {
    double angle = Math.toRadians(Double.parseDouble(text.split(" ")[0]));
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
