package io.stepwright.benchmarks.cache;

import io.stepwright.answer.Answer;
import io.stepwright.cache.AnswerCache;
import io.stepwright.cache.AnswerCacheBuilder;
import io.stepwright.cache.guard.Guards;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.Embedder;
import java.time.Duration;
import java.util.Objects;

/** A cache that is used by one thread. */
final class Asking implements AutoCloseable {

  private final AnswerCache cache;
  private final Source model = new Source(false);

  /**
   * Builds the cache, with guards and an embedder.
   *
   * @param builder the builder of the cache
   * @param embedder the embedder, which is closed with the cache
   */
  Asking(AnswerCacheBuilder builder, Embedder embedder) throws InterruptedException {
    // The long timeout makes delays of a busy machine visible in the percentiles, instead of as
    // abandoned look-ups.
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

  /** Asks the model a question, whose answer is stored. */
  void remember(String text) throws InterruptedException {
    CacheOutcome outcome =
        cache.answer(Questions.remembered(text), new Source(true)).lookup().outcome();
    require(outcome == CacheOutcome.MISS, text, outcome);
  }

  /** Repeats a question in the same words, and measures the look-up. */
  void exact(String text, Series series) throws InterruptedException {
    long start = System.nanoTime();
    Answer<String> answer = cache.answer(Questions.asked(text), model);
    series.since(start);
    CacheOutcome outcome = answer.lookup().outcome();
    require(outcome == CacheOutcome.EXACT, text, outcome);
  }

  /**
   * Repeats a question in other words; returns whether an answer was found, and measures the
   * look-up only then.
   */
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

  /** Asks a question that has no stored answer, and measures the time until the model is asked. */
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
