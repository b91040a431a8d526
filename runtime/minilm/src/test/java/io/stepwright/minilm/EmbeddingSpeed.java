package io.stepwright.minilm;

import io.stepwright.spi.cache.Embedder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures the first embedding of a process, and many of 8, 32 and 128 tokens. Run it by hand, with
 * the weights as argument.
 */
final class EmbeddingSpeed {

  private static final int WARM_UP = 500;
  private static final int MEASURED = 1_000;

  private EmbeddingSpeed() {}

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    try (Embedder embedder = Embedders.create(arguments[0], null, null)) {
      long made = System.nanoTime();
      embedder.embed("How do I cancel my subscription?");
      Instant begun = ProcessHandle.current().info().startInstant().orElseThrow();
      System.out.printf(
          "%s: made in %d ms, first embedding %.1f ms; %d ms after the JVM's start%n",
          embedder.id(),
          TimeUnit.NANOSECONDS.toMillis(made - start),
          (System.nanoTime() - made) / 1e6,
          Duration.between(begun, Instant.now()).toMillis());
      for (int tokens : new int[] {8, 32, 128}) {
        alone(embedder, tokens);
        for (int callers : new int[] {1, Runtime.getRuntime().availableProcessors()}) {
          together(embedder, tokens, callers);
        }
      }
    }
  }

  private static void alone(Embedder embedder, int tokens) throws Exception {
    String text = Texts.words(tokens - 2);
    double[] times = new double[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      long start = System.nanoTime();
      embedder.embed(text);
      times[Math.max(i, 0)] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    System.out.printf(
        "%3d tokens: p50 %.2f ms, p95 %.2f ms%n",
        tokens, times[MEASURED / 2], times[MEASURED * 95 / 100]);
  }

  private static void together(Embedder embedder, int tokens, int callers) throws Exception {
    String text = Texts.words(tokens - 2);
    AtomicInteger left = new AtomicInteger(MEASURED);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    long start = System.nanoTime();
    for (int i = 0; i < callers; i++) {
      threads.submit(
          () -> {
            while (left.getAndDecrement() > 0) {
              embedder.embed(text);
            }
            return null;
          });
    }
    threads.shutdown();
    if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
      throw new IllegalStateException("still measuring");
    }
    System.out.printf(
        "%3d tokens, %d callers: %.0f a second%n",
        tokens, callers, MEASURED / ((System.nanoTime() - start) / 1e9));
  }
}
