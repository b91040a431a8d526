package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConcurrencyTest {

  private static final int THREADS = 16;

  @Test
  void manyThreadsGetTheVectorsOfOne() throws Exception {
    try (Embedder embedder = Embedders.quantised()) {
      List<float[]> expected = new ArrayList<>();
      for (String text : Texts.SHORT) {
        expected.add(embedder.embed(text).vector());
      }
      CyclicBarrier start = new CyclicBarrier(THREADS);
      runInThreads(
          thread -> {
            start.await();
            for (int i = 0; i < 3 * Texts.SHORT.size(); i++) {
              int text = (i + thread) % Texts.SHORT.size();
              assertThat(embedder.embed(Texts.SHORT.get(text)).vector())
                  .containsExactly(expected.get(text));
            }
            return null;
          });
    }
  }

  @Test
  void closingWaitsForTheEmbeddingsUnderWay() throws Exception {
    Embedder embedder = Embedders.quantised();
    float[] expected = embedder.embed("How do I cancel?").vector();
    CountDownLatch each = new CountDownLatch(THREADS);
    Thread closing =
        new Thread(
            () -> {
              awaitUnlessInterrupted(each);
              embedder.close();
            });
    closing.start();
    runInThreads(
        thread -> {
          boolean first = true;
          while (true) {
            try {
              assertThat(embedder.embed("How do I cancel?").vector()).containsExactly(expected);
            } catch (EmbedderException closed) {
              assertThat(closed).hasMessageContaining("is closed");
              assertThat(first).isFalse();
              return null;
            }
            if (first) {
              first = false;
              each.countDown();
            }
          }
        });
    closing.join();
  }

  @Test
  void anInterruptedThreadGetsNoVector() throws Exception {
    try (Embedder embedder = Embedders.quantised()) {
      FutureTask<Object> embedding =
          new FutureTask<>(
              () -> {
                Thread.currentThread().interrupt();
                return embedder.embed("How do I cancel?");
              });
      new Thread(embedding).start();
      assertThat(embedding)
          .failsWithin(60, TimeUnit.SECONDS)
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(InterruptedException.class);
    }
  }

  /**
   * Texts that take long to count hold every permit; both the waiting threads and the counting ones
   * end when interrupted.
   */
  @Test
  void waitingAndCountingEndWhenInterrupted() throws Exception {
    String book = "order ".repeat(4_000_000);
    int cores = Runtime.getRuntime().availableProcessors();
    try (Embedder embedder = Embedders.quantised()) {
      List<FutureTask<Object>> embeddings = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i <= cores; i++) {
        FutureTask<Object> embedding = new FutureTask<>(() -> embedder.embed(book));
        Thread thread = new Thread(embedding);
        embeddings.add(embedding);
        threads.add(thread);
        thread.start();
      }
      while (threads.stream().noneMatch(thread -> thread.getState() == Thread.State.WAITING)) {
        Thread.onSpinWait();
      }
      threads.forEach(Thread::interrupt);
      for (FutureTask<Object> embedding : embeddings) {
        assertThat(embedding)
            .failsWithin(60, TimeUnit.SECONDS)
            .withThrowableOfType(ExecutionException.class)
            .extracting(Throwable::getCause, InstanceOfAssertFactories.THROWABLE)
            .isInstanceOf(InterruptedException.class);
      }
      assertThat(embedder.embed("still works").vector()).hasSize(384);
    }
  }

  private interface Work {
    Object run(int thread) throws Exception;
  }

  private static void runInThreads(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Object>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        all.add(() -> work.run(thread));
      }
      for (Future<Object> done : threads.invokeAll(all)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitUnlessInterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
