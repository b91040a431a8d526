package io.stepwright.benchmarks.cache;

import io.stepwright.answer.Answer;
import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.AnswerCacheBuilder;
import io.stepwright.cache.guard.Guards;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.Embedder;
import java.time.Duration;
import java.util.Objects;

/** A cache that is asked on one thread. */
final class Asking implements AutoCloseable {

  private final AnswerCache cache;
  private final Source model = new Source(false);

  /**
   * Builds the cache, with guards and an embedder.
   *
   * @param embedder is closed with it
   */
  Asking(AnswerCacheBuilder builder, Embedder embedder) throws InterruptedException {
    // A busy machine shows in the percentiles, and not as look-ups that were given up.
    cache =
        builder
            .embedder(() -> embedder)
            .guards(Guards.names().stream().map(Guards::of).map(Objects::requireNonNull).toList())
            .timeout(Duration.ofSeconds(10))
            .build();
    if (!cache.warmUp(Duration.ofSeconds(60))) {
      throw new IllegalStateException("There is no embedder.");
    }
  }

  /** Asks the model something, and remembers it. */
  void remember(String text) throws InterruptedException {
    CacheOutcome outcome =
        cache.answer(Questions.remembered(text), new Source(true)).lookup().outcome();
    require(outcome == CacheOutcome.MISS, text, outcome);
  }

  /** Asks what is remembered in the same words. */
  void exact(String text, Series series) throws InterruptedException {
    long start = System.nanoTime();
    Answer<String> answer = cache.answer(Questions.asked(text), model);
    series.since(start);
    CacheOutcome outcome = answer.lookup().outcome();
    require(outcome == CacheOutcome.EXACT, text, outcome);
  }

  /** Asks what is remembered in other words; only what is found is measured. */
  boolean semantic(String text, Series series) throws InterruptedException {
    long start = System.nanoTime();
    Answer<String> answer = cache.answer(Questions.asked(text), model);
    long nanos = System.nanoTime() - start;
    boolean found = answer.lookup().outcome() == CacheOutcome.SEMANTIC;
    if (found) {
      series.add(nanos);
    }
    return found;
  }

  /** Asks what is not remembered, and measures until the model is asked. */
  void miss(String text, Series series) throws InterruptedException {
    long start = System.nanoTime();
    Answer<String> answer = cache.answer(Questions.asked(text), model);
    series.add(model.askedNanos() - start);
    CacheOutcome outcome = answer.lookup().outcome();
    require(outcome == CacheOutcome.MISS, text, outcome);
  }

  private static void require(boolean expected, String text, CacheOutcome outcome) {
    if (!expected) {
      throw new IllegalStateException("Not what is to be measured: " + outcome + ", " + text);
    }
  }

  @Override
  public void close() {
    cache.close();
  }
}
